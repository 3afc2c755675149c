namespace Macro.Cli.Parameters.Toml;

/// <summary>The syntax that created a table. Determines what may still be added to it.</summary>
internal enum TomlTableOrigin
{
    /// <summary>A part of a longer header: <c>a</c> in <c>[a.b]</c>. A header may define it later, and dotted keys may add to it.</summary>
    Implied,

    /// <summary>A header of its own. Neither a second header nor dotted keys of another table may add to it.</summary>
    Header,

    /// <summary>A part of a dotted key: <c>a</c> in <c>a.b = 1</c>. More dotted keys and headers of subtables may add to it.</summary>
    DottedKey,

    /// <summary>A table in braces. It is complete.</summary>
    Inline,
}
