namespace Macro.Lambda.Runtime;

/// <summary>One invocation, as the Runtime API delivers it.</summary>
/// <param name="RequestId">Lambda's id of the invocation, not the <c>requestId</c> of a macro event.</param>
/// <param name="Payload">The event, JSON. Valid until the response is sent; then its buffer is reused.</param>
/// <param name="FunctionArn">The invoked ARN, with the version or alias if the caller named one; null when the API does not say.</param>
/// <param name="Deadline">When Lambda ends the invocation; null when the API does not say.</param>
/// <param name="TraceId">X-Ray tracing header; null when there is none.</param>
internal sealed record Invocation(
    string RequestId,
    ReadOnlyMemory<byte> Payload,
    string? FunctionArn = null,
    DateTimeOffset? Deadline = null,
    string? TraceId = null);
