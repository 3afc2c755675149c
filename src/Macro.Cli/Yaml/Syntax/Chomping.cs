namespace Macro.Cli.Yaml.Syntax;

/// <summary>How many line breaks at the end of a block scalar belong to its value.</summary>
/// <remarks>Source: https://yaml.org/spec/1.2.2/#8112-block-chomping-indicator</remarks>
internal enum Chomping
{
    /// <summary>One: <c>|</c>.</summary>
    Clip,

    /// <summary>None: <c>|-</c>.</summary>
    Strip,

    /// <summary>All: <c>|+</c>.</summary>
    Keep,
}
