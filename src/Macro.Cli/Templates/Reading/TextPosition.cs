namespace Macro.Cli.Templates.Reading;

/// <summary>A place in a template file as editors count it: both numbers begin at 1.</summary>
internal readonly record struct TextPosition(int Line, int Column);
