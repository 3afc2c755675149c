using System.Buffers;
using Macro.Core.Diagnostics;

namespace Macro.Core.Exchange;

/// <summary>The answer to one macro event: an instrumented fragment, or every reason why there is none.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros-overview.html</remarks>
public sealed class MacroResponse
{
    /// <summary>The event's <c>requestId</c>, echoed; empty when the event had none.</summary>
    public required string RequestId { get; init; }

    /// <summary>Whether <see cref="Fragment"/> is to replace the template.</summary>
    public bool Succeeded => Fragment is not null;

    /// <summary>The whole template, UTF-8 JSON; null on failure.</summary>
    public ReadOnlyMemory<byte>? Fragment { get; init; }

    /// <summary>Everything that was noticed, in the order of the template; errors only when <see cref="Succeeded"/> is false.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Writes the response as CloudFormation reads it: one JSON object, UTF-8, without a newline.</summary>
    public void WriteTo(IBufferWriter<byte> output) => throw new NotSupportedException();
}
