namespace Macro.Core.StepFunctions.TraceContext;

/// <summary>The kind of target that a task starts, for passing on the trace context.</summary>
internal enum TaskTarget
{
    /// <summary>Something that does not support the trace context.</summary>
    Other,

    /// <summary>A function called by the optimized integration: <c>arn:aws:states:::lambda:invoke</c>.</summary>
    LambdaInvoke,

    /// <summary>A nested execution: <c>arn:aws:states:::states:startExecution</c>.</summary>
    StartExecution,

    /// <summary>A function whose ARN is the resource itself, the older form.</summary>
    Function,

    /// <summary>A message to SQS or SNS: <c>arn:aws:states:::sqs:sendMessage</c>, <c>arn:aws:states:::sns:publish</c>.</summary>
    Message,

    /// <summary>Events for EventBridge: <c>arn:aws:states:::events:putEvents</c>.</summary>
    Events,

    /// <summary>Unknown until the deployment.</summary>
    Unknown,
}
