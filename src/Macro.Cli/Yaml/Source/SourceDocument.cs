namespace Macro.Cli.Yaml.Source;

/// <summary>A template's text and the tree that was parsed from it.</summary>
/// <param name="ByteOrderMark">The byte order mark at the beginning of the file; empty without one.</param>
/// <param name="Text">The text after the mark, to which all offsets refer.</param>
/// <param name="Root">The template itself.</param>
/// <param name="UsesShortForm">Whether any function is in short form, such as <c>!Ref</c>.</param>
internal sealed record SourceDocument(string ByteOrderMark, string Text, SourceMapping Root, bool UsesShortForm)
{
    /// <summary>The file's text.</summary>
    public string WholeText => ByteOrderMark + Text;

    /// <summary>The line break of the file's first line.</summary>
    public string NewLine => Text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var at && Text[at] == '\r'
        ? Text.AsSpan(at).StartsWith("\r\n") ? "\r\n" : "\r"
        : "\n";
}
