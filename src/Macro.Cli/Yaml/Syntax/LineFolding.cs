using System.Text;

namespace Macro.Cli.Yaml.Syntax;

/// <summary>Folds the blanks and line breaks between two words of plain or quoted text.</summary>
/// <remarks>Source: https://yaml.org/spec/1.1/#id897801</remarks>
internal static class LineFolding
{
    /// <summary>Moves to the next word.</summary>
    /// <param name="cursor">At the end of a word; afterwards at the next one.</param>
    /// <param name="stopsAtMarker">Whether to stop at a line that begins or ends a document.</param>
    /// <returns>
    /// What the value has between the words: the blanks within a line; a space for one line break; one break less than written for several.
    /// </returns>
    public static string Take(TextCursor cursor, bool stopsAtMarker)
    {
        var start = cursor.Index;
        cursor.SkipBlanks();
        if (!Characters.IsBreak(cursor.Current))
            return cursor.Text[start..cursor.Index];
        var first = cursor.TakeBreak();
        var others = TakeEmptyLines(cursor, stopsAtMarker);
        return first != "\n" ? first + others : others.Length == 0 ? " " : others;
    }

    /// <summary>Moves to the next word after a line break.</summary>
    /// <returns>The line breaks of the empty lines.</returns>
    public static string TakeEmptyLines(TextCursor cursor, bool stopsAtMarker)
    {
        var breaks = new StringBuilder();
        while (!(stopsAtMarker && cursor.IsAtDocumentMarker()))
        {
            cursor.SkipBlanks();
            if (!Characters.IsBreak(cursor.Current))
                break;
            breaks.Append(cursor.TakeBreak());
        }
        return breaks.ToString();
    }
}
