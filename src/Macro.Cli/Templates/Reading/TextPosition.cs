namespace Macro.Cli.Templates.Reading;

/// <summary>A position in a template file as editors show it: line and column begin at 1.</summary>
internal readonly record struct TextPosition(int Line, int Column);
