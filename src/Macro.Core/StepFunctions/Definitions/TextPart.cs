using Macro.Json;

namespace Macro.Core.StepFunctions.Definitions;

/// <summary>A part of a text: plain, or one that stands for something else.</summary>
/// <param name="Source">How it is spelled; empty for an item of <c>Fn::Join</c> that is no text.</param>
/// <param name="Value">What it stands for; null for plain text.</param>
internal sealed record TextPart(string Source, Node? Value = null)
{
    /// <summary>Whether it is an item of <c>Fn::Join</c> that is no text.</summary>
    public bool IsItem => Source.Length == 0 && Value is not null;
}
