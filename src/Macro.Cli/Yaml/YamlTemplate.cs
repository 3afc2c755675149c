using Macro.Cli.Yaml.Source;

namespace Macro.Cli.Yaml;

/// <summary>A CloudFormation template as it was read: its value as JSON, and the text that says it.</summary>
internal sealed class YamlTemplate
{
    internal YamlTemplate(string fileName, SourceDocument document, ReadOnlyMemory<byte> json)
    {
        FileName = fileName;
        Document = document;
        Json = json;
    }

    /// <summary>The file as the caller named it.</summary>
    public string FileName { get; }

    /// <summary>The template as UTF-8 JSON: members in the file's order, numbers as the file spells them, short forms as functions.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    internal SourceDocument Document { get; }

    /// <summary>Finds where a JSON path was written.</summary>
    /// <param name="path">Such as <c>Resources.Fn1.Properties.Layers[0]</c>.</param>
    /// <returns>The place of the path, or of its nearest parent that the file has; the top of the template at the least.</returns>
    public SourceLocation Locate(string path) => PathLocator.Locate(Document.Root, path);
}
