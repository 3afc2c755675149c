namespace Macro.Cli.Parameters.Toml;

/// <summary>A value of a TOML document.</summary>
internal abstract record TomlValue;

/// <summary>A string.</summary>
/// <param name="Text">Its text, without quotes and escapes.</param>
internal sealed record TomlString(string Text) : TomlValue;

/// <summary>A number, a boolean, a date or a time.</summary>
/// <param name="Spelling">The text in the document.</param>
internal sealed record TomlScalar(string Spelling) : TomlValue;

/// <summary>An array in brackets.</summary>
/// <param name="Items">Its items, of any types.</param>
internal sealed record TomlArray(IReadOnlyList<TomlValue> Items) : TomlValue;

/// <summary>The tables of headers in double brackets with the same name.</summary>
internal sealed record TomlTableArray : TomlValue
{
    public List<TomlTable> Tables { get; } = [];
}
