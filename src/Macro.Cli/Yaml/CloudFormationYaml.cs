using Macro.Cli.Yaml.Emit;
using Macro.Cli.Yaml.Source;
using Macro.CloudFormation.Protocol;

namespace Macro.Cli.Yaml;

/// <summary>Reads and writes CloudFormation templates as YAML.</summary>
internal static class CloudFormationYaml
{
    /// <summary>How many levels a template may nest, in the file and as JSON; it keeps every recursion here within the stack.</summary>
    internal const int MaxDepth = MacroRequest.MaxDepth;

    /// <summary>Reads one template.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="fileName">Its name, for messages.</param>
    /// <exception cref="TemplateFileException">The text is not one YAML document that can be a template.</exception>
    public static YamlTemplate Read(string text, string fileName)
    {
        var document = SourceParser.Parse(text, fileName);
        return new(fileName, document, SourceJson.Write(document.Root, fileName));
    }

    /// <summary>Writes a changed template; whatever did not change keeps its own lines, comments included.</summary>
    /// <param name="source">The template before the change.</param>
    /// <param name="newJson">The template after it, UTF-8 JSON whose top is an object without duplicate members.</param>
    /// <returns>YAML that reads back as <paramref name="newJson"/>; the source's text itself when nothing changed.</returns>
    /// <exception cref="System.Text.Json.JsonException"><paramref name="newJson"/> is not JSON, or nests too deeply.</exception>
    public static string Write(YamlTemplate source, ReadOnlyMemory<byte> newJson)
    {
        using var before = CanonicalJson.Parse(source.Json);
        using var after = CanonicalJson.Parse(newJson);
        return CanonicalJson.Same(before.RootElement, after.RootElement)
            ? source.Document.WholeText
            : TemplatePatcher.Patch(source.Document, before.RootElement, after.RootElement);
    }

    /// <summary>Writes a template that no file held before, functions in short form.</summary>
    /// <param name="newJson">UTF-8 JSON whose top is an object without duplicate members.</param>
    /// <exception cref="System.Text.Json.JsonException"><paramref name="newJson"/> is not JSON, or nests too deeply.</exception>
    public static string Write(ReadOnlyMemory<byte> newJson)
    {
        using var template = CanonicalJson.Parse(newJson);
        var output = new TemplateOutput("\n");
        new BlockWriter(output, usesShortForm: true).WriteTemplate(template.RootElement, column: 0);
        return output.ToString();
    }
}
