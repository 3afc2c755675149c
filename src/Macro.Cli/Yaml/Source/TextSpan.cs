namespace Macro.Cli.Yaml.Source;

/// <summary>A part of the source text, as offsets; <paramref name="End"/> is exclusive.</summary>
internal readonly record struct TextSpan(int Start, int End);
