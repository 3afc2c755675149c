using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Core.Pipeline;
using Macro.Core.Resources;

namespace Macro.Core.StepFunctions.StateMachines;

/// <summary>Finds the state machines to instrument; none if the settings have no forwarder for their logs.</summary>
internal sealed class StateMachineFinder(InstrumentationContext context)
{
    /// <summary>Null if no state machine is to be instrumented.</summary>
    private readonly ExclusionList? _exclusions =
        context.IsReverting || context.Config.IsSet(ParameterCatalog.StepFunctionForwarderArn) ? new(context.Config) : null;

    /// <summary>
    /// All state machines of the template in its order; <c>Machine</c> is null where a state machine is not to be instrumented.
    /// </summary>
    public IEnumerable<(Resource Resource, StateMachine? Machine)> Find()
    {
        foreach (var resource in context.Template.Resources)
        {
            if (StateMachineShape.For(resource.Type) is { } shape) yield return (resource, Open(resource, shape));
        }
    }

    private StateMachine? Open(Resource resource, StateMachineShape shape)
    {
        if (_exclusions is null || resource.Properties is null || _exclusions.Contains(resource)) return null;
        var config = context.ConfigReader.ReadResource(resource, context.Config);
        return config.Text(ParameterCatalog.Enabled) == "false" ? null : new StateMachine(resource, shape, config, context);
    }
}
