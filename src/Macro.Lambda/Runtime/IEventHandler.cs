namespace Macro.Lambda.Runtime;

/// <summary>Handles one kind of event.</summary>
internal interface IEventHandler
{
    /// <summary>Whether the event is of this kind. It may be any bytes; the method never throws.</summary>
    bool Accepts(ReadOnlySpan<byte> payload);

    /// <summary>Handles the invocation and returns the response, which the caller disposes.</summary>
    /// <remarks>
    /// An exception is reported as the invocation's error, and ends the process unless it is an <see cref="InvocationFailedException"/>.
    /// </remarks>
    Task<EventResponse> HandleAsync(Invocation invocation, CancellationToken stop);
}
