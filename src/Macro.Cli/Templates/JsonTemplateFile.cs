using System.Text.Json;
using Macro.Cli.Yaml;
using Macro.Json;

namespace Macro.Cli.Templates;

/// <summary>A template in JSON. Edits are laid out by the core as the file around them is, so the result is written as it comes.</summary>
internal sealed class JsonTemplateFile : TemplateFile
{
    private readonly ReadOnlyMemory<byte> _content;

    /// <exception cref="TemplateFileException">The text is not JSON, or nests too deep.</exception>
    public JsonTemplateFile(ReadOnlyMemory<byte> content, string fileName) : base(fileName)
    {
        _content = content;
        var reader = Reader();
        try
        {
            while (reader.Read()) { }
        }
        catch (JsonException fault)
        {
            throw new TemplateFileException(fileName, [Problem(fault)], fault);
        }
    }

    public override ReadOnlyMemory<byte> Json => _content.TrimEnd(" \t\r\n"u8);

    public override ReadOnlyMemory<byte> Write(ReadOnlyMemory<byte> json) => (byte[])[.. json.Span, .. _content.Span[Json.Length..]];

    public override TextPosition Locate(string path) => LineIndex.PositionOf(_content.Span, JsonPath.Locate(Reader(), path));

    private Utf8JsonReader Reader() => new(_content.Span, new JsonReaderOptions { MaxDepth = CloudFormationYaml.MaxDepth });

    private TemplateProblem Problem(JsonException fault)
    {
        var position = new TextPosition((int)(fault.LineNumber ?? 0) + 1, (int)(fault.BytePositionInLine ?? 0) + 1);
        return JsonDepth.IsDeeper(_content.Span, CloudFormationYaml.MaxDepth)
            ? new(position, $"The template nests deeper than {CloudFormationYaml.MaxDepth} levels.", "Flatten it.")
            : new(position, "The file breaks the rules of JSON here.", "Look for a missing comma, quote or bracket just before this place.");
    }
}
