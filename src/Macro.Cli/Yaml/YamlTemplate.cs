using Macro.Cli.Templates.Reading;
using Macro.Cli.Yaml.Source;
using Macro.Json;

namespace Macro.Cli.Yaml;

/// <summary>A CloudFormation template in YAML: its value as JSON, and its text.</summary>
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

    /// <summary>The template as UTF-8 JSON, with the file's order of members and spelling of numbers.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>The keys that a later one of the same name replaces, in the file's order.</summary>
    public IReadOnlyList<ReplacedKey> ReplacedKeys => [.. DuplicateKeys.Find(Document.Root, JsonPath.Root)];

    internal SourceDocument Document { get; }

    /// <summary>Finds where a path in <see cref="Json"/> was written.</summary>
    /// <returns>The position of the path, or of its nearest parent in the file; at least the position of the template itself.</returns>
    public SourceLocation Locate(JsonPath path) => YamlPathLocator.Locate(Document.Root, path);
}
