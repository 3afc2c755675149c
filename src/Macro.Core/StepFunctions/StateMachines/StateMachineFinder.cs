using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Core.Pipeline;
using Macro.Core.Resources;

namespace Macro.Core.StepFunctions.StateMachines;

/// <summary>Finds the state machines to instrument; none if the settings have no forwarder for their logs.</summary>
internal sealed class StateMachineFinder(InstrumentationContext context)
{
    /// <summary>All state machines, in the order of the template.</summary>
    public IEnumerable<Resource> All => context.Template.Resources.Where(resource => StateMachineShape.For(resource.Type) is not null);

    /// <summary>The state machines to instrument, in the order of the template.</summary>
    public IEnumerable<StateMachine> Find()
    {
        if (!context.IsReverting && !context.Config.IsSet(ParameterCatalog.StepFunctionForwarderArn)) yield break;
        var exclusions = new ExclusionList(context.Config);
        foreach (var resource in context.Template.Resources)
        {
            if (StateMachineShape.For(resource.Type) is not { } shape || resource.Properties is null) continue;
            if (exclusions.Contains(resource)) continue;
            var config = context.ConfigReader.ReadResource(resource, context.Config);
            if (config.Text(ParameterCatalog.Enabled) == "false") continue;
            yield return new StateMachine(resource, shape, config, context);
        }
    }
}
