namespace Macro.Core.StepFunctions.Steps;

/// <summary>All that is done to a state machine, in order.</summary>
internal static class StateMachineSteps
{
    /// <summary>The role and the subscription follow from where the logs go, so the log group comes before them.</summary>
    public static IReadOnlyList<IStateMachineStep> InOrder() =>
        [new SetLogLevel(), new AddLogGroup(), new AllowLogDelivery(), new SubscribeForwarder(), new AddTags(), new AddTraceContext()];
}
