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
    /// <summary>The file as the user named it.</summary>
    public string FileName { get; } = fileName;

    /// <summary>The template, UTF-8 JSON.</summary>
    public abstract ReadOnlyMemory<byte> Json { get; }

    /// <summary>Reads a template. Text that begins with a brace is JSON, any other text is YAML.</summary>
    /// <exception cref="TemplateFileException">The text is not a template.</exception>
    public static TemplateFile Read(ReadOnlyMemory<byte> bytes, string fileName)
    {
        var content = bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        if (!Utf8.IsValid(content.Span)) throw InvalidUtf8(content.Span, fileName);
        return content.Span.TrimStart(" \t\r\n"u8) is [(byte)'{', ..]
            ? new JsonTemplateFile(content, fileName)
            : new YamlTemplateFile(CloudFormationYaml.Read(Encoding.UTF8.GetString(content.Span), fileName));
    }

    /// <summary>Writes the changed template in the format of this file.</summary>
    /// <param name="json">The template after the change, UTF-8 JSON.</param>
    public abstract ReadOnlyMemory<byte> Write(ReadOnlyMemory<byte> json);

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

        public override ReadOnlyMemory<byte> Write(ReadOnlyMemory<byte> json) =>
            Encoding.UTF8.GetBytes(CloudFormationYaml.Write(template, json));

        public override TextPosition Locate(JsonPath path) => template.Locate(path).Key;
    }
}
