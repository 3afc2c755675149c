using System.Text;

namespace Macro.Cli.Yaml.Syntax;

/// <summary>Scans block scalars: <c>|</c> keeps line breaks, <c>&gt;</c> folds them.</summary>
/// <remarks>Source: https://yaml.org/spec/1.1/#id926836</remarks>
internal sealed class BlockScalarScanner
{
    private readonly TextCursor _cursor;
    private readonly Token _start;
    private readonly bool _isFolded;
    private readonly int _leastColumn;
    private readonly StringBuilder _value = new();
    // The breaks of empty lines that were not followed by text yet.
    private readonly StringBuilder _emptyLines = new();

    private BlockScalarScanner(TextCursor cursor, int parentColumn)
    {
        _cursor = cursor;
        _start = new(TokenKind.Scalar, cursor.Index, cursor.Index, cursor.Position) { Style = ScalarStyle.Block };
        _isFolded = cursor.Current == '>';
        _leastColumn = Math.Max(parentColumn + 1, 1);
    }

    /// <summary>Scans the indicators and the lines. The token ends where the lines end that belong to the value.</summary>
    /// <param name="cursor">At the first indicator; afterwards at the first text after the scalar.</param>
    /// <param name="parentColumn">The indentation of the collection that contains the scalar; -1 without one.</param>
    /// <exception cref="YamlSyntaxException">The indicators are unknown, or an empty line has too many spaces.</exception>
    public static Token Scan(TextCursor cursor, int parentColumn) => new BlockScalarScanner(cursor, parentColumn).Scan();

    private Token Scan()
    {
        _cursor.Skip();
        var (chomping, indentation) = ReadHeader();
        var end = _cursor.Index;
        var column = indentation is { } given ? _leastColumn + given - 1 : FindColumn();
        TakeEmptyLines(column);
        end = ReadLines(column, chomping) ?? end;
        if (chomping == Chomping.Keep)
        {
            _value.Append(_emptyLines);
            end = Math.Max(end, _cursor.Index - _cursor.Column);
        }
        return _start with { Value = _value.ToString(), End = end, Chomping = chomping };
    }

    private (Chomping Chomping, int? Indentation) ReadHeader()
    {
        var (chomping, indentation) = (Chomping.Clip, (int?)null);
        for (; _cursor.Current is '+' or '-' or (>= '1' and <= '9'); _cursor.Skip())
        {
            if (char.IsAsciiDigit(_cursor.Current))
                indentation = _cursor.Current - '0';
            else
                chomping = _cursor.Current == '+' ? Chomping.Keep : Chomping.Strip;
        }
        _cursor.SkipBlanks();
        if (_cursor.Current == '#')
            _cursor.TakeLine();
        if (!_cursor.IsAtEnd && !Characters.IsBreak(_cursor.Current))
        {
            throw new YamlSyntaxException(
                _cursor.Position,
                "Text follows the indicator of a block.",
                "Begin the text of the block on the next line, or quote a value that begins with | or >.");
        }
        _cursor.TakeBreak();
        return (chomping, indentation);
    }

    /// <summary>Finds the indentation of the first line with text, and takes the empty lines before it.</summary>
    private int FindColumn()
    {
        var deepest = 0;
        while (true)
        {
            _cursor.SkipSpaces();
            deepest = Math.Max(deepest, _cursor.Column);
            if (!Characters.IsBreak(_cursor.Current))
                break;
            _emptyLines.Append(_cursor.TakeBreak());
        }
        // A line that begins with # is then a comment; any other text belongs nowhere.
        if (!_cursor.IsAtEnd && _cursor.Current != '#' && _cursor.Column >= _leastColumn && _cursor.Column < deepest)
        {
            throw new YamlSyntaxException(
                _start.Position,
                "An empty line at the beginning of this block has more spaces than its text.",
                "Remove the spaces of the empty line.");
        }
        return Math.Max(deepest, _leastColumn);
    }

    private void TakeEmptyLines(int column)
    {
        while (true)
        {
            while (_cursor.Column < column && _cursor.Current == ' ')
                _cursor.Skip();
            if (!Characters.IsBreak(_cursor.Current))
                return;
            _emptyLines.Append(_cursor.TakeBreak());
        }
    }

    /// <returns>Where the last line with text ends; null when there is none.</returns>
    private int? ReadLines(int column, Chomping chomping)
    {
        var (end, lineBreak, canFold) = ((int?)null, "", false);
        while (_cursor.Column == column && !_cursor.IsAtEnd)
        {
            var isText = !Characters.IsBlank(_cursor.Current);
            if (canFold && isText && lineBreak == "\n")
                _value.Append(_emptyLines.Length == 0 ? " " : "");
            else
                _value.Append(lineBreak);
            _value.Append(_emptyLines).Append(_cursor.TakeLine());
            _emptyLines.Clear();
            (lineBreak, canFold) = (_cursor.TakeBreak(), _isFolded && isText);
            end = _cursor.Index;
            TakeEmptyLines(column);
        }
        if (chomping != Chomping.Strip)
            _value.Append(lineBreak);
        return end;
    }
}
