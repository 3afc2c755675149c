using Macro.Lambda.Runtime;

namespace Macro.Lambda.Events;

/// <summary>Passes each event to the first handler that accepts it; the last handler should accept every event.</summary>
internal sealed class EventDispatcher(params IEventHandler[] handlers) : IEventHandler
{
    /// <inheritdoc/>
    public bool Accepts(ReadOnlySpan<byte> payload) => Find(payload) is not null;

    /// <inheritdoc/>
    public Task<EventResponse> HandleAsync(Invocation invocation, CancellationToken stop) =>
        Find(invocation.Payload.Span) is { } handler
            ? handler.HandleAsync(invocation, stop)
            : throw new InvalidOperationException("No handler accepts the event.");

    private IEventHandler? Find(ReadOnlySpan<byte> payload)
    {
        foreach (var handler in handlers)
        {
            if (handler.Accepts(payload)) return handler;
        }
        return null;
    }
}
