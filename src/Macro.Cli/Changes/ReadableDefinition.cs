using System.Text;
using System.Text.Json;
using Macro.Cli.Formatting;
using Macro.Cli.Templates.Reading;
using Macro.CloudFormation.Intrinsics;
using Macro.Core.StepFunctions.Definitions;
using Macro.Json;

namespace Macro.Cli.Changes;

/// <summary>Lays the text of a definition out for people, line by line; only for what is shown, since the text's form is lost.</summary>
internal static class ReadableDefinition
{
    private static readonly JsonWriterOptions Layout = JsonFormat.Indented;

    public static void Apply(ObjectNode body)
    {
        if (body["Properties"u8] is not ObjectNode properties || properties["DefinitionString"u8] is null) return;
        var substitutions = properties["DefinitionSubstitutions"u8] as ObjectNode;
        ConditionalValue.Edit(properties, "DefinitionString", node =>
            node is not null && TextForm.Parse(node, substitutions) is { } form ? Lines(form) ?? node : node);
    }

    /// <summary>An item of <c>Fn::Join</c> as <c>Fn::Sub</c> would spell it.</summary>
    private static string Reference(Node item)
    {
        var name = ValueText.Of(item).Replace("!Ref ", "", StringComparison.Ordinal).Replace("!GetAtt ", "", StringComparison.Ordinal);
        return $"${{{name}}}";
    }

    /// <summary>Null for a text that is no JSON, or has half a character written as an escape.</summary>
    private static ScalarNode? Lines(TextForm form)
    {
        if (Placeholders.Create([.. form.Read()]) is not { } text) return null;
        try
        {
            using var document = JsonDocument.Parse(text.Json, new JsonDocumentOptions { MaxDepth = FileLimits.MaxDepth });
            using var lines = new MemoryStream();
            using (var writer = new Utf8JsonWriter(lines, Layout)) document.RootElement.WriteTo(writer);
            var parts = text.Cut(Encoding.UTF8.GetString(lines.ToArray()));
            return new ScalarNode(string.Concat(parts.Select(part => part.IsItem ? Reference(part.Value!) : part.Source)));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
