namespace Macro.Core.StepFunctions.TraceContext;

/// <summary>What a task starts, as far as traces go on from there.</summary>
internal enum TaskTarget
{
    /// <summary>Something that takes no trace context of ours.</summary>
    Other,

    /// <summary>A function, by the optimized integration: <c>arn:aws:states:::lambda:invoke</c>.</summary>
    LambdaInvoke,

    /// <summary>A nested execution: <c>arn:aws:states:::states:startExecution</c>.</summary>
    StartExecution,

    /// <summary>A function whose ARN is the resource itself, the older way.</summary>
    Function,

    /// <summary>Only the deployment knows.</summary>
    Unknown,
}
