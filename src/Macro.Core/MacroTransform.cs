using Macro.Core.Exchange;

namespace Macro.Core;

/// <summary>The one entry: a macro event in, a response out.</summary>
public static class MacroTransform
{
    /// <summary>Answers one event. Pure: the same bytes and settings give the same response; nothing else is read.</summary>
    /// <param name="request">The macro event as it came, UTF-8 JSON.</param>
    /// <param name="settings">What the host knows of itself.</param>
    /// <returns>A success, or a failure that names every problem; bad input never throws.</returns>
    public static MacroResponse Run(ReadOnlyMemory<byte> request, MacroSettings settings) => throw new NotSupportedException();
}
