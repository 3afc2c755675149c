using Macro.Lambda.Runtime;

namespace Macro.Lambda.Tests.Fakes;

/// <summary>Fails with a message that holds a value.</summary>
internal sealed class ThrowingHandler : IEventHandler
{
    public const string Secret = "hunter2";

    public bool Accepts(ReadOnlySpan<byte> payload) => true;

    public Task<EventResponse> HandleAsync(Invocation invocation, CancellationToken stop) =>
        throw new InvalidOperationException(Secret, new FormatException(Secret));
}
