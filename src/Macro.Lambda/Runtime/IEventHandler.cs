using System.Buffers;

namespace Macro.Lambda.Runtime;

/// <summary>Answers one kind of event.</summary>
internal interface IEventHandler
{
    /// <summary>Whether the event, any bytes, is of this kind; never throws.</summary>
    bool Accepts(ReadOnlySpan<byte> payload);

    /// <summary>Answers the invocation by writing JSON of at most <see cref="PayloadLimit.Bytes"/> to the empty buffer <paramref name="response"/>.</summary>
    /// <remarks>What it throws is reported as the invocation's error, and ends the process unless it is an <see cref="InvocationFailedException"/>.</remarks>
    Task HandleAsync(Invocation invocation, ArrayBufferWriter<byte> response, CancellationToken stop);
}
