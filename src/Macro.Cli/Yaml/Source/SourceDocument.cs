namespace Macro.Cli.Yaml.Source;

/// <summary>A template's text and the tree that was parsed from it.</summary>
/// <param name="ByteOrderMark">The mark that the file began with, or nothing.</param>
/// <param name="Text">The text after the mark; every offset counts in it.</param>
/// <param name="Root">The template itself.</param>
/// <param name="UsesShortForm">Whether a function is written in short form, such as <c>!Ref</c>, anywhere.</param>
internal sealed record SourceDocument(string ByteOrderMark, string Text, SourceMapping Root, bool UsesShortForm)
{
    /// <summary>The file's text.</summary>
    public string WholeText => ByteOrderMark + Text;

    /// <summary>The file's line break, as its first line has it.</summary>
    public string NewLine => Text.IndexOf('\n') is > 0 and var at && Text[at - 1] == '\r' ? "\r\n" : "\n";
}
