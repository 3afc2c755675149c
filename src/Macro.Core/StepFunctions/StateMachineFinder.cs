using Macro.Core.Config;
using Macro.Core.Functions;

namespace Macro.Core.StepFunctions;

/// <summary>Finds the state machines to instrument: none unless there is a forwarder for their logs.</summary>
internal sealed class StateMachineFinder(Deployment deployment, ConfigReader configReader)
{
    /// <summary>The state machines to instrument, in the order of the template.</summary>
    public IEnumerable<StateMachine> Find()
    {
        if (!deployment.Config.IsSet(ParameterCatalog.StepFunctionForwarderArn)) yield break;
        var exclusions = new ExclusionList(deployment.Config);
        foreach (var resource in deployment.Template.Resources)
        {
            if (StateMachineShape.Of(resource.Type) is not { } shape || resource.Properties is null || exclusions.Contains(resource)) continue;
            var config = configReader.ReadResource(resource, deployment.Config);
            if (config.Text(ParameterCatalog.Enabled) == "false") continue;
            ConfigRules.CheckResource(deployment, config, resource.LogicalId);
            yield return new StateMachine(resource, shape, config, deployment.Evaluator);
        }
    }
}
