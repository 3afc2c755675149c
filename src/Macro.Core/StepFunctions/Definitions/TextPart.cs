using Macro.Json;

namespace Macro.Core.StepFunctions.Definitions;

/// <summary>A part of a text: plain text, or a placeholder for a value.</summary>
/// <param name="Source">The text in the template; empty for an item of <c>Fn::Join</c> that is not text.</param>
/// <param name="Value">The value that replaces it; null for plain text.</param>
internal sealed record TextPart(string Source, Node? Value = null)
{
    /// <summary>Whether it is an item of <c>Fn::Join</c> that is not text.</summary>
    public bool IsItem => Source.Length == 0 && Value is not null;
}
