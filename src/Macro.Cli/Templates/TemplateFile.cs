using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Macro.Cli.Templates.Reading;
using Macro.Cli.Yaml;
using Macro.Json;

namespace Macro.Cli.Templates;

/// <summary>A template file in YAML or JSON. A changed template is written in the format of the file.</summary>
internal abstract class TemplateFile(string fileName)
{
    private static ReadOnlySpan<byte> Whitespace => " \t\r\n"u8;

    /// <summary>The file as the user named it.</summary>
    public string FileName { get; } = fileName;

    /// <summary>The template, UTF-8 JSON.</summary>
    public abstract ReadOnlyMemory<byte> Json { get; }

    /// <summary>Keys that a later one of the same name replaces, where the caller allowed that.</summary>
    public virtual IReadOnlyList<ReplacedKey> ReplacedKeys => [];

    /// <summary>Reads a template. Text that begins with a brace is JSON, or a YAML mapping in braces; other text is YAML.</summary>
    /// <param name="bytes">The content of the file.</param>
    /// <param name="fileName">The name of the file, for messages.</param>
    /// <param name="allowsDuplicateKeys">Whether the last of several equal keys counts in YAML, instead of being a problem.</param>
    /// <exception cref="TemplateFileException">The text is not a template.</exception>
    public static TemplateFile Read(ReadOnlyMemory<byte> bytes, string fileName, bool allowsDuplicateKeys = false)
    {
        if (!Utf8.IsValid(bytes.Span)) throw InvalidUtf8(bytes.Span, fileName);
        var content = bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? bytes.Span[Encoding.UTF8.Preamble.Length..] : bytes.Span;
        if (content.TrimStart(Whitespace) is [(byte)'{', .. var rest])
        {
            try
            {
                return new JsonTemplateFile(bytes, fileName);
            }
            catch (TemplateFileException) when (MayBeYaml(rest, fileName))
            {
            }
        }
        return new YamlTemplateFile(CloudFormationYaml.Read(Encoding.UTF8.GetString(bytes.Span), fileName, allowsDuplicateKeys));
    }

    /// <summary>
    /// Whether text in braces that is not JSON is meant as YAML. Most JSON with an error is YAML, but its author wants to know the error.
    /// </summary>
    private static bool MayBeYaml(ReadOnlySpan<byte> rest, string fileName) => Path.GetExtension(fileName) switch
    {
        ".yaml" or ".yml" => true,
        ".json" => false,
        _ => rest.TrimStart(Whitespace) is not [(byte)'"', ..],
    };

    /// <summary>Writes the changed template in the format of this file.</summary>
    /// <param name="json">The template after the change, UTF-8 JSON.</param>
    public abstract ReadOnlyMemory<byte> Write(ReadOnlyMemory<byte> json);

    /// <summary>Writes a resource with another body, in its own lines: with its comments and layout.</summary>
    /// <param name="logicalId">The resource.</param>
    /// <param name="body">The other body, UTF-8 JSON.</param>
    /// <returns>Null when the file has no lines that are only the resource's.</returns>
    public virtual string? WriteResource(string logicalId, ReadOnlyMemory<byte> body) => null;

    /// <summary>Finds the position of a path in <see cref="Json"/>, or of its nearest parent in the file.</summary>
    public abstract TextPosition Locate(JsonPath path);

    private static TemplateFileException InvalidUtf8(ReadOnlySpan<byte> bytes, string fileName)
    {
        var valid = 0;
        while (Rune.DecodeFromUtf8(bytes[valid..], out _, out var length) == OperationStatus.Done) valid += length;
        return new(fileName, [new(LineIndex.PositionOf(bytes, valid), "The file is not valid UTF-8.", "Save it as UTF-8.")]);
    }

    private sealed class YamlTemplateFile(YamlTemplate template) : TemplateFile(template.FileName)
    {
        public override ReadOnlyMemory<byte> Json => template.Json;

        public override IReadOnlyList<ReplacedKey> ReplacedKeys => template.ReplacedKeys;

        public override ReadOnlyMemory<byte> Write(ReadOnlyMemory<byte> json) =>
            Encoding.UTF8.GetBytes(CloudFormationYaml.Write(template, json));

        public override string? WriteResource(string logicalId, ReadOnlyMemory<byte> body) =>
            CloudFormationYaml.WriteResource(template, logicalId, body);

        public override TextPosition Locate(JsonPath path) => template.Locate(path).Key;
    }
}
