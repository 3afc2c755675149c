namespace Macro.Cli.Yaml.Source;

/// <summary>The lines of an entry of a block collection, as offsets in the text.</summary>
/// <param name="LeadStart">The start of the blank lines and comments above the entry.</param>
/// <param name="Start">The start of the entry's first line, or of the entry itself if it follows a dash.</param>
/// <param name="ContentEnd">The end of the last line of the value.</param>
/// <param name="End">The end of the comments after the value that are indented deeper than the entry.</param>
internal sealed record EntryLines(int LeadStart, int Start, int ContentEnd, int End);
