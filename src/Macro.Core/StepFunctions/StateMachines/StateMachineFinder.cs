using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;
using Macro.Core.Resources;

namespace Macro.Core.StepFunctions.StateMachines;

/// <summary>Finds the state machines to instrument; none if the settings have no forwarder for their logs.</summary>
internal sealed class StateMachineFinder(InstrumentationContext context)
{
    private readonly bool _hasForwarder = context.IsReverting || context.Config.IsSet(ParameterCatalog.StepFunctionForwarderArn);

    /// <summary>
    /// All state machines of the template in its order; <c>Machine</c> is null where a state machine is not to be instrumented, for the
    /// reason <c>Skip</c>.
    /// </summary>
    public IEnumerable<(Resource Resource, StateMachine? Machine, DiagnosticKind? Skip)> Find()
    {
        foreach (var resource in context.Template.Resources)
        {
            if (StateMachineShape.For(resource.Type) is not { } shape) continue;
            var machine = Open(resource, shape, out var skip);
            yield return (resource, machine, skip);
        }
    }

    private StateMachine? Open(Resource resource, StateMachineShape shape, out DiagnosticKind? skip)
    {
        skip = context.Exclusions.Contains(resource) ? SkipDiagnostics.Excluded
            : !_hasForwarder ? SkipDiagnostics.NoStepFunctionForwarder
            : resource.Properties is null ? SkipDiagnostics.NoProperties
            : null;
        if (skip is not null) return null;
        var config = context.ConfigReader.ReadResource(resource, context.Config);
        if (config.Text(ParameterCatalog.Enabled) != "false") return new StateMachine(resource, shape, config, context);
        skip = SkipDiagnostics.Disabled;
        return null;
    }
}
