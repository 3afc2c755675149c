using Macro.Core.Pipeline;

namespace Macro.Core.StepFunctions.Steps;

/// <summary>One effect on a state machine. Doing it twice does no more than doing it once.</summary>
internal interface IStateMachineStep
{
    void Apply(StateMachine machine, InstrumentationContext context);
}
