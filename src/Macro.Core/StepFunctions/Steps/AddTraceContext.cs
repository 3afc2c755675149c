using Macro.Core.Pipeline;
using Macro.Core.StepFunctions.Definitions;
using Macro.Core.StepFunctions.TraceContext;

namespace Macro.Core.StepFunctions.Steps;

/// <summary>Has the states of the definition hand the trace context on to the functions and executions that they start.</summary>
internal sealed class AddTraceContext : IStateMachineStep
{
    public void Apply(StateMachine machine, InstrumentationContext context) =>
        Definition.Edit(machine, context.Diagnostics, definition => new StateWalk(definition, machine, context).Inject());
}
