namespace Macro.Cli.Yaml.Source;

/// <summary>A stretch of the source text; <paramref name="End"/> is exclusive.</summary>
internal readonly record struct TextSpan(int Start, int End);
