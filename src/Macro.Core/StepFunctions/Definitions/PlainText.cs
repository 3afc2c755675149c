using Macro.Json;

namespace Macro.Core.StepFunctions.Definitions;

/// <summary>A text that is a string.</summary>
internal sealed class PlainText(string text, ObjectNode? substitutions) : TextForm
{
    public override IEnumerable<TextPart> Read() => Split(text, substitutions);

    public override Node Write(IReadOnlyList<TextPart> parts) => string.Concat(parts.Select(part => part.Source));
}
