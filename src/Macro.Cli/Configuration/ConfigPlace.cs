using Macro.Cli.Templates.Reading;

namespace Macro.Cli.Configuration;

/// <summary>Where a value of a configuration file is.</summary>
/// <param name="FileName">The file.</param>
/// <param name="Position">The position of the key or item.</param>
/// <param name="Pattern">The pattern of paths that it is for; null for all.</param>
internal sealed record ConfigPlace(string FileName, TextPosition Position, string? Pattern)
{
    /// <summary>The place in words: <c>.datadog-macro.yaml:3:5 (stacks/prod/**)</c>.</summary>
    public override string ToString() =>
        $"{FileName}:{Position.Line}:{Position.Column}{(Pattern is null ? "" : $" ({Pattern})")}";
}

/// <summary>A value of a configuration file.</summary>
/// <param name="Value">The value.</param>
/// <param name="Place">Where it is.</param>
internal sealed record ConfigValue<T>(T Value, ConfigPlace Place);
