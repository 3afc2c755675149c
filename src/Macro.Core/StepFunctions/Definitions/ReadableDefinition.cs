using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Protocol;
using Macro.Json;

namespace Macro.Core.StepFunctions.Definitions;

/// <summary>Formats the text of a definition with indentation. For display only, since the form of the text is lost.</summary>
public static class ReadableDefinition
{
    private static readonly JsonWriterOptions Layout = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        NewLine = "\n",
        MaxDepth = MacroRequest.MaxDepth + 2,
    };

    /// <summary>Formats <c>DefinitionString</c> in the body of a resource, if it is the text of a JSON object.</summary>
    public static void Apply(ObjectNode body)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (body["Properties"u8] is not ObjectNode properties || properties["DefinitionString"u8] is null) return;
        var substitutions = properties["DefinitionSubstitutions"u8] as ObjectNode;
        ConditionalValue.Edit(properties, "DefinitionString", node =>
            node is not null && TextForm.Parse(node, substitutions) is { } form ? Lines(form) ?? node : node);
    }

    /// <summary>An item of <c>Fn::Join</c> in the syntax of <c>Fn::Sub</c>.</summary>
    private static string Reference(Node item)
    {
        if (Intrinsic.Argument(item, "Ref"u8)?.Text is { } name) return $"${{{name}}}";
        if (Intrinsic.Argument(item, "Fn::GetAtt"u8) is not { } path) return $"${{{item}}}";
        return $"${{{path.Text ?? string.Join('.', (path as ArrayNode ?? []).Select(part => part.Text))}}}";
    }

    /// <summary>The formatted text; null when it is not JSON, or contains an unpaired surrogate escape.</summary>
    private static ScalarNode? Lines(TextForm form)
    {
        if (Placeholders.Create([.. form.Read()]) is not { } text) return null;
        try
        {
            using var document = JsonDocument.Parse(text.Json, new JsonDocumentOptions { MaxDepth = MacroRequest.MaxDepth });
            using var lines = new MemoryStream();
            using (var writer = new Utf8JsonWriter(lines, Layout)) document.RootElement.WriteTo(writer);
            var parts = text.Cut(Encoding.UTF8.GetString(lines.ToArray()));
            return new ScalarNode(string.Concat(parts.Select(part => part.IsItem ? Reference(part.Value!) : part.Source)));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
