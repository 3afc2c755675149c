using System.Text.Json;
using Macro.Lambda.Runtime;

namespace Macro.FloorBootstrap;

/// <summary>
/// The floor of the benchmarks: the minimum cost of a response in this loop, which reads the event once and sends as many bytes back.
/// </summary>
internal sealed class ReadOnceHandler : IEventHandler
{
    /// <inheritdoc/>
    public bool Accepts(ReadOnlySpan<byte> payload) => true;

    /// <inheritdoc/>
    public Task<EventResponse> HandleAsync(Invocation invocation, CancellationToken stop)
    {
        var reader = new Utf8JsonReader(invocation.Payload.Span);
        while (reader.Read())
        {
        }

        return Task.FromResult(new EventResponse(invocation.Payload));
    }
}
