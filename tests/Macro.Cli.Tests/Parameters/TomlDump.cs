using Macro.Cli.Parameters.Toml;

namespace Macro.Cli.Tests.Parameters;

/// <summary>Writes TOML values on one line: strings in quotes, other scalars as in the document.</summary>
internal static class TomlDump
{
    public static string Write(TomlValue? value) => value switch
    {
        TomlString text => $"\"{text.Text}\"",
        TomlScalar scalar => scalar.Spelling,
        TomlArray array => $"[{string.Join(", ", array.Items.Select(Write))}]",
        TomlTableArray array => $"[{string.Join(", ", array.Tables.Select(Write))}]",
        TomlTable table => $"{{{string.Join(", ", table.Keys.Select(key => $"{key}: {Write(table[key])}"))}}}",
        _ => "",
    };
}
