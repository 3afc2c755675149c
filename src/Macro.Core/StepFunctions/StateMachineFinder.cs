using Macro.Core.Configuration;
using Macro.Core.Pipeline;
using Macro.Core.Resources;

namespace Macro.Core.StepFunctions;

/// <summary>Finds the state machines to instrument: none unless there is a forwarder for their logs.</summary>
internal sealed class StateMachineFinder(InstrumentationContext context, ConfigReader configReader)
{
    /// <summary>The state machines to instrument, in the order of the template.</summary>
    public IEnumerable<StateMachine> Find()
    {
        if (!context.Config.IsSet(ParameterCatalog.StepFunctionForwarderArn)) yield break;
        var exclusions = new ExclusionList(context.Config);
        foreach (var resource in context.Template.Resources)
        {
            if (StateMachineShape.For(resource.Type) is not { } shape || resource.Properties is null || exclusions.Contains(resource)) continue;
            var config = configReader.ReadResource(resource, context.Config);
            if (config.Text(ParameterCatalog.Enabled) == "false") continue;
            ConfigRules.CheckResource(context, config, resource.LogicalId);
            yield return new StateMachine(resource, shape, config, context.Evaluator);
        }
    }
}
