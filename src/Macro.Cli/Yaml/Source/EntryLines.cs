namespace Macro.Cli.Yaml.Source;

/// <summary>The stretch of text that an entry of a block collection owns.</summary>
/// <param name="LeadStart">Where the blank lines and comments above the entry begin.</param>
/// <param name="Start">Where the entry's own line begins; the entry's first character when it follows a dash.</param>
/// <param name="ContentEnd">After the line that ends the value.</param>
/// <param name="End">After the comments that follow the value and are indented deeper than the entry.</param>
internal sealed record EntryLines(int LeadStart, int Start, int ContentEnd, int End);
