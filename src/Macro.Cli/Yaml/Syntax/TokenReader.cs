namespace Macro.Cli.Yaml.Syntax;

/// <summary>Reads a YAML 1.1 text as tokens. Finds block collections by their indentation.</summary>
/// <remarks>
/// CloudFormation and SAM read YAML 1.1, with readers that find keys in this way: https://yaml.org/spec/1.1/#simple%20key/.
/// </remarks>
internal sealed partial class TokenReader
{
    private readonly TextCursor _cursor;
    private readonly PropertyScanner _properties = new();
    private readonly KeyCandidates _candidates;
    private readonly List<Token> _tokens = [];
    private readonly Stack<int> _columns = [];
    // The number of tokens that were given out.
    private int _taken;
    // The indentation of the current block collection.
    private int _column = -1;
    // The number of open brackets and braces.
    private int _level;
    private bool _canStartKey = true;
    private bool _isAtEnd;

    public TokenReader(string text)
    {
        _cursor = new(text);
        _candidates = new(_cursor);
    }

    /// <summary>The next token.</summary>
    /// <exception cref="YamlSyntaxException">The text is not YAML.</exception>
    public Token Peek()
    {
        while (!_isAtEnd && (_tokens.Count == 0 || _candidates.Includes(_taken)))
            Read();
        return _tokens[0];
    }

    /// <summary>Takes the next token. The last one, <see cref="TokenKind.StreamEnd"/>, can be taken again and again.</summary>
    /// <exception cref="YamlSyntaxException">The text is not YAML.</exception>
    public Token Take()
    {
        var token = Peek();
        if (token.Kind == TokenKind.StreamEnd)
            return token;
        _tokens.RemoveAt(0);
        _taken++;
        return token;
    }

    private void Read()
    {
        SkipToToken();
        _candidates.RemoveStale();
        CloseBlocks(_cursor.Column);
        if (_cursor.IsAtEnd)
            ReadEnd();
        else if (_cursor is { Column: 0, Current: '%' })
            ReadOutsideBlocks(() => _properties.ScanDirective(_cursor));
        else if (_cursor.IsAtDocumentMarker())
            ReadOutsideBlocks(() => Indicator(_cursor.Current == '-' ? TokenKind.DocumentStart : TokenKind.DocumentEnd, 3));
        else if (!ReadIndicator())
            ReadContent();
    }

    private void SkipToToken()
    {
        while (true)
        {
            // Where a key can start, a tab would be part of the indentation.
            if (_level > 0 || !_canStartKey)
                _cursor.SkipBlanks();
            else
                _cursor.SkipSpaces();
            if (_cursor.Current == '#')
                _cursor.TakeLine();
            if (_cursor.TakeBreak().Length == 0)
                return;
            _canStartKey |= _level == 0;
        }
    }

    private void ReadEnd()
    {
        CloseBlocks(-1);
        _candidates.Remove(_level);
        _isAtEnd = true;
        Add(Empty(TokenKind.StreamEnd));
    }

    private void ReadOutsideBlocks(Func<Token> scan)
    {
        CloseBlocks(-1);
        _candidates.Remove(_level);
        _canStartKey = false;
        Add(scan());
    }

    private bool ReadIndicator() => ReadFlowIndicator() || ReadBlockIndicator();

    private bool ReadFlowIndicator()
    {
        switch (_cursor.Current)
        {
            case '[':
                OpenFlow(TokenKind.FlowSequenceStart);
                return true;
            case '{':
                OpenFlow(TokenKind.FlowMappingStart);
                return true;
            case ']':
                CloseFlow(TokenKind.FlowSequenceEnd);
                return true;
            case '}':
                CloseFlow(TokenKind.FlowMappingEnd);
                return true;
            case ',' when _level > 0:
                ReadEntryIndicator(TokenKind.FlowEntry, canStartKey: true);
                return true;
            default:
                return false;
        }
    }

    private bool ReadBlockIndicator()
    {
        var isSeparate = Characters.IsBlankOrEnd(_cursor.Peek(1));
        switch (_cursor.Current)
        {
            case '-' when isSeparate:
                OpenBlock(
                    TokenKind.BlockSequenceStart, "A dash cannot follow this.", "Write the list on lines of its own, or quote the text.");
                ReadEntryIndicator(TokenKind.BlockEntry, canStartKey: true);
                return true;
            case '?' when isSeparate || _level > 0:
                OpenBlock(TokenKind.BlockMappingStart, "A key cannot begin here.", "Quote text that begins with a question mark.");
                ReadEntryIndicator(TokenKind.Key, canStartKey: _level == 0);
                return true;
            case ':' when isSeparate || _level > 0:
                ReadValueIndicator();
                return true;
            default:
                return false;
        }
    }

    private void ReadContent()
    {
        switch (_cursor.Current)
        {
            case '*' or '&':
                ReadKeyStart(() => PropertyScanner.ScanAnchor(_cursor));
                break;
            case '!':
                ReadKeyStart(() => _properties.ScanTag(_cursor));
                break;
            case '\'' or '"':
                ReadKeyStart(() => QuotedScanner.Scan(_cursor));
                break;
            case '|' or '>' when _level == 0:
                _candidates.Remove(_level);
                _canStartKey = true;
                Add(BlockScalarScanner.Scan(_cursor, _column));
                break;
            default:
                ReadPlain();
                break;
        }
    }

    private void ReadPlain()
    {
        if (!PlainScanner.CanStart(_cursor, _level > 0))
        {
            throw _cursor.Current == '\t'
                ? new(_cursor.Position, "There is a tab in the indentation.", "Indent with spaces; YAML allows no tabs there.")
                : new YamlSyntaxException(
                    _cursor.Position,
                    $"A value cannot begin with {_cursor.Current}.",
                    $"Quote a value that begins with {_cursor.Current}.");
        }
        ReadKeyStart(() => PlainScanner.Scan(_cursor, _level > 0, _column + 1));
        // The scanner has skipped the line breaks after the text.
        _canStartKey = _level == 0 && _cursor.Index - _cursor.Column >= _tokens[^1].End;
    }

    /// <summary>Reads a token that may be the start of a key.</summary>
    private void ReadKeyStart(Func<Token> scan)
    {
        AddCandidate();
        _canStartKey = false;
        Add(scan());
    }
}
