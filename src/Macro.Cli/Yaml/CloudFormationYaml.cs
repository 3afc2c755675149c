using Macro.Cli.Templates.Reading;
using Macro.Cli.Yaml.Emit;
using Macro.Cli.Yaml.Source;

namespace Macro.Cli.Yaml;

/// <summary>Reads and writes CloudFormation templates as YAML.</summary>
internal static class CloudFormationYaml
{
    /// <summary>Reads one template.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="fileName">The name of the file, for messages.</param>
    /// <param name="allowsDuplicateKeys">Whether the last of several equal keys counts, instead of being a problem.</param>
    /// <exception cref="TemplateFileException">The text is not one YAML document that can be a template.</exception>
    public static YamlTemplate Read(string text, string fileName, bool allowsDuplicateKeys = false)
    {
        var document = SourceParser.Parse(text, fileName, allowsDuplicateKeys);
        return new(fileName, document, SourceJson.Write(document.Root, fileName));
    }

    /// <summary>Writes a changed template. Unchanged parts keep their lines, with comments.</summary>
    /// <param name="source">The template before the change.</param>
    /// <param name="newJson">The template after the change, UTF-8 JSON: an object without duplicate members.</param>
    /// <returns>YAML with the value of <paramref name="newJson"/>; the text of the source when nothing changed.</returns>
    /// <exception cref="System.Text.Json.JsonException"><paramref name="newJson"/> is not JSON, or nests too deeply.</exception>
    public static string Write(YamlTemplate source, ReadOnlyMemory<byte> newJson)
    {
        using var before = CanonicalJson.Parse(source.Json);
        using var after = CanonicalJson.Parse(newJson);
        return CanonicalJson.AreEqual(before.RootElement, after.RootElement)
            ? source.Document.WholeText
            : TemplatePatcher.Patch(source.Document, before.RootElement, after.RootElement);
    }

    /// <summary>Writes a resource with another body. Parts that are the same keep their lines, with comments.</summary>
    /// <param name="source">The template.</param>
    /// <param name="logicalId">The resource.</param>
    /// <param name="body">The other body, UTF-8 JSON: an object without duplicate members.</param>
    /// <returns>YAML without the indentation of the resource; null when its lines cannot be told from others, as in braces.</returns>
    public static string? WriteResource(YamlTemplate source, string logicalId, ReadOnlyMemory<byte> body)
    {
        if (Member(Member(source.Document.Root, "Resources")?.Value, logicalId) is not { } resource) return null;
        if (resource.Value is not SourceMapping { Function: null, Layout: not null } mapping) return null;
        using var before = CanonicalJson.Parse(SourceJson.Write(mapping, source.FileName));
        using var after = CanonicalJson.Parse(body);
        return TemplatePatcher.PatchPart(source.Document, resource, before.RootElement, after.RootElement);
    }

    private static SourceEntry? Member(SourceNode? parent, string name) => parent is SourceMapping { Function: null } mapping
        ? mapping.Entries.FirstOrDefault(entry => entry is { IsMerge: false, Winner: null } && entry.Name == name)
        : null;

    /// <summary>Writes a template that has no source, with functions in short form.</summary>
    /// <param name="newJson">The template, UTF-8 JSON: an object without duplicate members.</param>
    /// <exception cref="System.Text.Json.JsonException"><paramref name="newJson"/> is not JSON, or nests too deeply.</exception>
    public static string Write(ReadOnlyMemory<byte> newJson)
    {
        using var template = CanonicalJson.Parse(newJson);
        var output = new TemplateOutput("\n");
        new BlockWriter(output, usesShortForm: true).WriteTemplate(template.RootElement, column: 0);
        return output.ToString();
    }
}
