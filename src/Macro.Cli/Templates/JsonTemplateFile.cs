using System.Text;
using System.Text.Json;
using Macro.Cli.Templates.Reading;
using Macro.Json;

namespace Macro.Cli.Templates;

/// <summary>A template in JSON. The transform keeps the layout of untouched JSON, so its result is written as is.</summary>
internal sealed class JsonTemplateFile : TemplateFile
{
    private readonly ReadOnlyMemory<byte> _byteOrderMark;
    private readonly ReadOnlyMemory<byte> _content;

    /// <exception cref="TemplateFileException">The text is not JSON, or nests too deeply.</exception>
    public JsonTemplateFile(ReadOnlyMemory<byte> bytes, string fileName) : base(fileName)
    {
        var mark = bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        (_byteOrderMark, _content) = (bytes[..mark], bytes[mark..]);
        var reader = CreateReader();
        try
        {
            while (reader.Read()) { }
        }
        catch (JsonException exception)
        {
            throw new TemplateFileException(fileName, [CreateProblem(exception)], exception);
        }
    }

    public override ReadOnlyMemory<byte> Json => _content.TrimEnd(" \t\r\n"u8);

    public override ReadOnlyMemory<byte> Write(ReadOnlyMemory<byte> json) =>
        (byte[])[.. _byteOrderMark.Span, .. WithLineBreaks(json).Span, .. _content.Span[Json.Length..]];

    public override TextPosition Locate(JsonPath path) => LineIndex.PositionOf(_content.Span, JsonPathLocator.Locate(CreateReader(), path));

    /// <summary>Gives new lines the line breaks of the file. Texts contain none, since JSON escapes them.</summary>
    private ReadOnlyMemory<byte> WithLineBreaks(ReadOnlyMemory<byte> json)
    {
        var first = _content.Span.IndexOf((byte)'\n');
        if (first <= 0 || _content.Span[first - 1] != '\r') return json;
        var text = Encoding.UTF8.GetString(json.Span).Replace("\r\n", "\n", StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal));
    }

    private Utf8JsonReader CreateReader() => new(_content.Span, new JsonReaderOptions { MaxDepth = FileLimits.MaxDepth });

    private TemplateProblem CreateProblem(JsonException exception)
    {
        var position = new TextPosition((int)(exception.LineNumber ?? 0) + 1, (int)(exception.BytePositionInLine ?? 0) + 1);
        return JsonDepth.IsDeeper(_content.Span, FileLimits.MaxDepth)
            ? new(position, $"The template nests deeper than {FileLimits.MaxDepth} levels.", "Flatten it.")
            : new(position, "The file is not valid JSON here.", "Look for a missing comma, quote or bracket just before this place.");
    }
}
