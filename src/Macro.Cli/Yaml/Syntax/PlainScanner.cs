using System.Text;

namespace Macro.Cli.Yaml.Syntax;

/// <summary>Scans text without quotes, over one line or several.</summary>
internal static class PlainScanner
{
    /// <summary>Whether plain text can begin here.</summary>
    public static bool CanStart(TextCursor cursor, bool isInFlow)
    {
        var next = cursor.Peek(1);
        return cursor.Current switch
        {
            '-' => !Characters.IsBlankOrEnd(next),
            '?' or ':' => !Characters.IsBlankOrEnd(next) && !isInFlow,
            var first => !Characters.IsBlankOrEnd(first) && !",[]{}#&*!|>'\"%@`".Contains(first),
        };
    }

    /// <summary>Scans the text.</summary>
    /// <param name="cursor">At its first character; afterwards behind the blanks and empty lines after the text.</param>
    /// <param name="isInFlow">Whether the text is inside brackets or braces.</param>
    /// <param name="column">The least indentation of further lines, outside of brackets and braces.</param>
    public static Token Scan(TextCursor cursor, bool isInFlow, int column)
    {
        var (start, position, end) = (cursor.Index, cursor.Position, cursor.Index);
        var value = new StringBuilder();
        var space = "";
        while (cursor.Current != '#' || cursor.Index == start)
        {
            var length = LengthOfRun(cursor, isInFlow);
            if (length == 0)
                break;
            value.Append(space).Append(cursor.Text, cursor.Index, length);
            cursor.Skip(length);
            end = cursor.Index;
            space = LineFolding.Take(cursor, stopsAtMarker: true);
            if (space.Length == 0 || cursor.IsAtDocumentMarker() || (!isInFlow && cursor.Column < column))
                break;
        }
        return new(TokenKind.Scalar, start, end, position) { Value = value.ToString() };
    }

    private static int LengthOfRun(TextCursor cursor, bool isInFlow)
    {
        var length = 0;
        while (!IsEnd(cursor.Peek(length), cursor.Peek(length + 1), isInFlow))
            length++;
        return length;
    }

    private static bool IsEnd(char character, char next, bool isInFlow) =>
        Characters.IsBlankOrEnd(character)
        || (character == ':' && (Characters.IsBlankOrEnd(next) || (isInFlow && Characters.IsFlowIndicator(next))))
        || (isInFlow && Characters.IsFlowIndicator(character));
}
