namespace Macro.Lambda.Runtime;

/// <summary>One invocation as the Runtime API hands it out.</summary>
/// <param name="RequestId">Lambda's own id of the invocation, not the <c>requestId</c> of a macro event.</param>
/// <param name="Payload">The event, JSON. Valid until the invocation is answered; then its buffer is used again.</param>
/// <param name="FunctionArn">ARN that was invoked, with the version or alias if one was named; null when Lambda did not say.</param>
/// <param name="Deadline">When Lambda ends the invocation; null when Lambda did not say.</param>
/// <param name="TraceId">X-Ray tracing header; null when there is none.</param>
internal sealed record Invocation(
    string RequestId,
    ReadOnlyMemory<byte> Payload,
    string? FunctionArn = null,
    DateTimeOffset? Deadline = null,
    string? TraceId = null);
