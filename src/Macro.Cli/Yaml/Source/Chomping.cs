namespace Macro.Cli.Yaml.Source;

/// <summary>What becomes of the line breaks at the end of a block scalar.</summary>
internal enum Chomping
{
    /// <summary>One stays: <c>|</c>.</summary>
    Clip,

    /// <summary>None stays: <c>|-</c>.</summary>
    Strip,

    /// <summary>All stay: <c>|+</c>.</summary>
    Keep,
}
