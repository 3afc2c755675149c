using Macro.Lambda.Runtime;

namespace Macro.Lambda.Tests.Fakes;

/// <summary>Sends each event back and remembers what it was called with.</summary>
internal sealed class EchoHandler : IEventHandler
{
    public List<Invocation> Invocations { get; } = [];

    public bool Accepts(ReadOnlySpan<byte> payload) => true;

    public Task<EventResponse> HandleAsync(Invocation invocation, CancellationToken stop)
    {
        Invocations.Add(invocation);
        return Task.FromResult(new EventResponse(invocation.Payload));
    }
}
