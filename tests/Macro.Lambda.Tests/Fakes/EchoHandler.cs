using System.Buffers;
using Macro.Lambda.Runtime;

namespace Macro.Lambda.Tests.Fakes;

/// <summary>Sends each event back and remembers what it was called with.</summary>
internal sealed class EchoHandler : IEventHandler
{
    public List<Invocation> Invocations { get; } = [];

    public bool Accepts(ReadOnlySpan<byte> payload) => true;

    public Task HandleAsync(Invocation invocation, ArrayBufferWriter<byte> response, CancellationToken stop)
    {
        Invocations.Add(invocation);
        response.Write(invocation.Payload.Span);
        return Task.CompletedTask;
    }
}
