using System.Text;
using System.Text.Unicode;
using Macro.Cli.Parameters.Toml;
using Macro.Cli.Templates;
using Macro.Cli.Templates.Reading;
using Macro.Json;

namespace Macro.Cli.Parameters;

/// <summary>The value of a parameter file in JSON, YAML or TOML, with positions for messages.</summary>
internal sealed class ParameterDocument
{
    private readonly string _fileName;
    private readonly TemplateFile? _positions;

    private ParameterDocument(string fileName, Node root, TemplateFile? positions = null) =>
        (_fileName, Root, _positions) = (fileName, root, positions);

    public Node Root { get; }

    /// <summary>Reads a file by its extension: <c>.toml</c>, <c>.yaml</c> and <c>.yml</c>; any other is JSON.</summary>
    /// <exception cref="TemplateFileException">The text is not of that format.</exception>
    public static ParameterDocument Parse(ReadOnlyMemory<byte> bytes, string fileName)
    {
        var content = bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        if (!Utf8.IsValid(content.Span))
            throw new TemplateFileException(fileName, [new(new TextPosition(1, 1), "The file is not valid UTF-8.", "Save it as UTF-8.")]);
        return Path.GetExtension(fileName).ToUpperInvariant() switch
        {
            ".TOML" => ParseToml(Encoding.UTF8.GetString(content.Span), fileName),
            ".YAML" or ".YML" => Parse(TemplateFile.Read(content, fileName)),
            _ => Parse(new JsonTemplateFile(content, fileName)),
        };
    }

    /// <summary>An error at a path of the document.</summary>
    public TemplateFileException Error(JsonPath path, string cause, string remedy, Exception? inner = null) =>
        new(_fileName, [new(_positions?.Locate(path) ?? new TextPosition(1, 1), cause, remedy)], inner);

    private static ParameterDocument Parse(TemplateFile file) =>
        new(file.FileName, Node.Create(JsonIndex.Read(file.Json, FileLimits.MaxDepth).Root), file);

    private static ParameterDocument ParseToml(string text, string fileName)
    {
        try
        {
            return new(fileName, ToNode(TomlParser.Parse(text)));
        }
        catch (TomlException exception)
        {
            var problem = new TemplateProblem(
                exception.Position, "The file is not valid TOML here.", "Look for a missing quote or bracket, or a duplicate key.");
            throw new TemplateFileException(fileName, [problem], exception);
        }
    }

    /// <summary>The same value as JSON; numbers, booleans and dates as the text of the document.</summary>
    private static Node ToNode(TomlValue value)
    {
        if (value is TomlArray array) return ArrayNode.From(array.Items.Select(ToNode));
        if (value is TomlTableArray tables) return ArrayNode.From(tables.Tables.Select(ToNode));
        if (value is not TomlTable table) return value is TomlString text ? text.Text : ((TomlScalar)value).Spelling;
        var members = new ObjectNode();
        foreach (var key in table.Keys) members.Add(key, ToNode(table[key]!));
        return members;
    }
}
