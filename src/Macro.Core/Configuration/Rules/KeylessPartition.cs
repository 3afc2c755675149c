using Macro.CloudFormation.Identifiers;
using Macro.Core.Diagnostics;
using static Macro.Core.Configuration.ParameterCatalog;

namespace Macro.Core.Configuration.Rules;

/// <summary>Authentication by role works in the standard partition only.</summary>
/// <remarks>Source: https://docs.datadoghq.com/serverless/aws_lambda/installation/</remarks>
internal sealed class KeylessPartition : IConfigRule
{
    public IEnumerable<Diagnostic> Check(MacroConfig config, Deployment deployment)
    {
        var partition = Partition.ForRegion(deployment.Region).Name;
        if (config.IsSet(OrgUuid) && partition != Partition.Standard)
            yield return ParameterDiagnostics.KeylessElsewhere.For(OrgUuid.Target, partition);
    }
}
