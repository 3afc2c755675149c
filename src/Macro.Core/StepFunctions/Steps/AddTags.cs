using Macro.Core.Configuration;
using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;
using Macro.Core.StepFunctions.StateMachines;
using Macro.Core.Tags;

namespace Macro.Core.StepFunctions.Steps;

/// <summary>
/// Adds the tags that the forwarder copies to the logs, the tags that identify the macro, and <c>DD_TRACE_ENABLED</c>, which makes the
/// forwarder create traces unless tracing is disabled.
/// </summary>
/// <remarks>Source: https://docs.datadoghq.com/serverless/step_functions/installation/</remarks>
internal sealed class AddTags : IInstrumentationStep<StateMachine>
{
    private static readonly Tag TraceEnabled = new("DD_TRACE_ENABLED", "true");
    private readonly ServiceTags _serviceTags = new();

    public void Apply(StateMachine machine, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (!TagSet.CanEdit(machine.Properties))
        {
            var target = new PropertyTarget(machine.LogicalId, "Tags");
            context.Diagnostics.Add(StateMachineDiagnostics.StateMachineNotEditable.For(target, "Tags"));
            return;
        }
        if (machine.Config.HasServiceTags(machine.Config.IsSet(ParameterCatalog.StepFunctionForwarderArn)))
            _serviceTags.Add(machine.Tags, machine.Config, context, memory);
        MacroTags.Set(machine.Tags, context, machine.Shape.IsSam, memory);
        if (machine.IsTraced) machine.Tags.SetIfAbsent(TraceEnabled, memory);
    }

    public void Revert(StateMachine machine, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (!TagSet.CanEdit(machine.Properties)) return;
        foreach (var key in memory.AddedTags) machine.Tags.Remove(key);
        MacroTags.Remove(machine.Tags, memory);
    }
}
