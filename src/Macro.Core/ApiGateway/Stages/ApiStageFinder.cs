using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.ApiGateway.Stages;

/// <summary>Finds the stages that the settings change.</summary>
internal sealed class ApiStageFinder(InstrumentationContext context)
{
    private readonly ExclusionList _exclusions = new(context.Config);
    private HashSet<string>? _deploymentsOfStages;

    /// <summary>The stages in the order of the template.</summary>
    public IEnumerable<ApiStage> Find()
    {
        foreach (var resource in context.Template.Resources)
        {
            if (!MayBeStage(resource.Type) || resource.Properties is null || _exclusions.Contains(resource)) continue;
            if (resource.Type == ResourceTypes.ApiGatewayDeployment && !HasOwnStage(resource)) continue;
            var config = context.ConfigReader.ReadResource(resource, context.Config);
            if (config.Text(ParameterCatalog.Enabled) == "false") continue;
            var isWanted = ApiStage.ForwardsLogs(config) || config.IsTrue(ParameterCatalog.EnableApiXrayTracing);
            if (isWanted || context.IsReverting) yield return new ApiStage(resource, config, context);
        }
    }

    private static bool MayBeStage(string type) => type
        is ResourceTypes.ApiGatewayStage or ResourceTypes.ApiGatewayDeployment or ResourceTypes.HttpApiStage
        or ResourceTypes.ServerlessApi or ResourceTypes.ServerlessHttpApi;

    /// <summary>
    /// Whether a deployment creates a stage that is used: SAM's deployments name one, but serve the stage that refers to the deployment.
    /// </summary>
    /// <remarks>Source: https://github.com/aws/serverless-application-model/issues/168</remarks>
    private bool HasOwnStage(Resource deployment)
    {
        if (deployment.Property("StageName"u8) is null) return false;
        if (deployment.Property("StageDescription"u8) is { } description && (description is not ObjectNode || Intrinsic.Is(description)))
            return false;
        _deploymentsOfStages ??= [.. context.Template.OfType(ResourceTypes.ApiGatewayStage)
            .Select(stage => References.Target(stage.Property("DeploymentId"u8))).OfType<string>()];
        return !_deploymentsOfStages.Contains(deployment.LogicalId);
    }
}
