using Macro.Cli.Templates.Reading;
using Macro.Json;

namespace Macro.Cli.Templates;

/// <summary>Stands for a file that is not a template, so that every output format can name it.</summary>
internal sealed class UnreadableFile(string fileName) : TemplateFile(fileName)
{
    /// <summary>An empty template.</summary>
    public override ReadOnlyMemory<byte> Json => "{}"u8.ToArray();

    public override ReadOnlyMemory<byte> Write(ReadOnlyMemory<byte> json) =>
        throw new InvalidOperationException("A file that cannot be read is not written.");

    public override TextPosition Locate(JsonPath path) => new(1, 1);
}
