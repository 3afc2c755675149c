using Macro.Core.Pipeline;
using Macro.Core.StepFunctions.Definitions;
using Macro.Core.StepFunctions.StateMachines;
using Macro.Core.StepFunctions.TraceContext;

namespace Macro.Core.StepFunctions.Steps;

/// <summary>
/// Edits the states of the definition to pass the trace context to the functions and executions that they start, unless tracing is
/// disabled.
/// </summary>
internal sealed class AddTraceContext : IInstrumentationStep<StateMachine>
{
    public void Apply(StateMachine machine, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (!machine.IsTraced) return;
        Definition.Edit(
            machine, context.Diagnostics, definition => new StateWalk(definition, machine, context, memory).Inject(),
            (property, isIncluded) => DefinitionFiles.Report(machine, property, isIncluded, context));
    }

    public void Revert(StateMachine machine, InstrumentationContext context, InstrumentationMemory memory) =>
        Definition.Edit(machine, new(), definition => new StateWalk(definition, machine, context, memory).Remove());
}
