using Macro.CloudFormation.Identifiers;
using Macro.Core.Diagnostics;

namespace Macro.Core.Configuration.Rules;

/// <summary>Forwarders are functions in the region and account of the deployment, as subscription filters require.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutSubscriptionFilter.html</remarks>
internal sealed class ForwarderIsReachable : IConfigRule
{
    private static readonly Parameter[] Forwarders = [ParameterCatalog.ForwarderArn, ParameterCatalog.StepFunctionForwarderArn];

    public IEnumerable<Diagnostic> Check(MacroConfig config, Deployment deployment)
    {
        foreach (var parameter in Forwarders)
        {
            if (config.Text(parameter) is { } text && Check(parameter, Arn.Parse(text), deployment) is { } violation)
                yield return violation;
        }
    }

    private static Diagnostic? Check(Parameter parameter, Arn? arn, Deployment deployment)
    {
        if (arn is not { IsFunction: true } function) return ParameterDiagnostics.NotAFunctionArn.For(parameter.Target, parameter.Name);
        if (deployment.Region.Length > 0 && function.Region != deployment.Region)
            return ParameterDiagnostics.ForwarderElsewhere.For(parameter.Target, parameter.Name, "region", deployment.Region);
        if (deployment.Region.Length > 0 && Partition.ForRegion(deployment.Region).Name is var partition && function.Partition != partition)
            return ParameterDiagnostics.ForwarderElsewhere.For(parameter.Target, parameter.Name, "partition", partition);
        if (deployment.AccountId is { } account && function.AccountId != account)
            return ParameterDiagnostics.ForwarderElsewhere.For(parameter.Target, parameter.Name, "account", account);
        return null;
    }
}
