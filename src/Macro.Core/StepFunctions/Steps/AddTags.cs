using Macro.Core.Configuration;
using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;
using Macro.Core.StepFunctions.StateMachines;
using Macro.Core.Tags;

namespace Macro.Core.StepFunctions.Steps;

/// <summary>
/// Adds the tags that the forwarder copies to the logs, the tags that identify the macro, and <c>DD_TRACE_ENABLED</c>, which makes the
/// forwarder create traces.
/// </summary>
/// <remarks>Source: https://docs.datadoghq.com/serverless/step_functions/installation/</remarks>
internal sealed class AddTags : IInstrumentationStep<StateMachine>
{
    private readonly ConfigCache<IReadOnlyList<Tag>> _serviceTags = new(config => [.. ServiceTags.From(config)]);
    private readonly MacroTags _macroTags = new();
    private readonly Tag _traceEnabled = new("DD_TRACE_ENABLED", "true");

    public void Apply(StateMachine machine, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (!TagSet.CanEdit(machine.Properties))
        {
            var target = new PropertyTarget(machine.LogicalId, "Tags");
            context.Diagnostics.Add(StateMachineDiagnostics.StateMachineNotEditable.For(target, "Tags"));
            return;
        }
        ServiceTags.Register(_serviceTags[machine.Config], context);
        foreach (var tag in _serviceTags[machine.Config]) machine.Tags.SetIfAbsent(tag, memory);
        _macroTags.Set(machine.Tags, context, machine.Shape.IsSam, memory);
        machine.Tags.SetIfAbsent(_traceEnabled, memory);
    }

    public void Revert(StateMachine machine, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (!TagSet.CanEdit(machine.Properties)) return;
        foreach (var key in memory.AddedTags) machine.Tags.Remove(key);
        MacroTags.Remove(machine.Tags, memory);
    }
}
