using Macro.Core.Diagnostics;
using static Macro.Core.Configuration.ParameterCatalog;

namespace Macro.Core.Configuration.Rules;

/// <summary>FIPS endpoints belong to GovCloud sites; in GovCloud regions, they are the default.</summary>
internal sealed class FipsSite : IConfigRule
{
    public IEnumerable<Diagnostic> Check(MacroConfig config, Deployment deployment)
    {
        if (config.IsTrue(LambdaFips) && config.Text(Site) is { } site && !site.EndsWith("ddog-gov.com", StringComparison.Ordinal))
            yield return ParameterDiagnostics.FipsWithoutGovCloudSite.For(LambdaFips.Target);
        if (config.HasFipsByDefault(deployment.Region))
            yield return ScopeDiagnostics.FipsByDefault.For(LambdaFips.Target, deployment.Region);
    }
}
