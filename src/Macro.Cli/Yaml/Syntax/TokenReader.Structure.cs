namespace Macro.Cli.Yaml.Syntax;

/// <content>Indicators, indentation and keys.</content>
internal sealed partial class TokenReader
{
    private void OpenFlow(TokenKind kind)
    {
        AddCandidate();
        _level++;
        _canStartKey = true;
        Add(Indicator(kind, 1));
    }

    private void CloseFlow(TokenKind kind)
    {
        _candidates.Remove(_level);
        _level = Math.Max(_level - 1, 0);
        _canStartKey = false;
        Add(Indicator(kind, 1));
    }

    private void ReadEntryIndicator(TokenKind kind, bool canStartKey)
    {
        _canStartKey = canStartKey;
        _candidates.Remove(_level);
        Add(Indicator(kind, 1));
    }

    /// <summary>A colon. What precedes it was a key if it may have been one.</summary>
    private void ReadValueIndicator()
    {
        if (_candidates.Take(_level) is { } key)
        {
            var index = key.TokenNumber - _taken;
            _tokens.Insert(index, new(TokenKind.Key, key.Index, key.Index, key.Position));
            if (_level == 0 && Indent(key.Column))
                _tokens.Insert(index, new(TokenKind.BlockMappingStart, key.Index, key.Index, key.Position));
            _canStartKey = false;
        }
        else
        {
            OpenBlock(
                TokenKind.BlockMappingStart,
                "A colon cannot follow this.",
                "Quote a value that has a colon and a space, or fix the indentation.");
            _canStartKey = _level == 0;
        }
        Add(Indicator(TokenKind.Value, 1));
    }

    /// <summary>Begins a block collection if the current column is deeper than that of the current one.</summary>
    private void OpenBlock(TokenKind kind, string cause, string remedy)
    {
        if (_level > 0)
            return;
        if (!_canStartKey)
            throw new YamlSyntaxException(_cursor.Position, cause, remedy);
        if (Indent(_cursor.Column))
            Add(Empty(kind));
    }

    private bool Indent(int column)
    {
        if (column <= _column)
            return false;
        _columns.Push(_column);
        _column = column;
        return true;
    }

    /// <summary>Ends the block collections that are deeper than a column.</summary>
    private void CloseBlocks(int column)
    {
        while (_level == 0 && _column > column)
        {
            _column = _columns.Pop();
            Add(Empty(TokenKind.BlockEnd));
        }
    }

    private void AddCandidate()
    {
        if (_canStartKey)
            _candidates.Add(_level, _taken + _tokens.Count, isRequired: _level == 0 && _column == _cursor.Column);
    }

    private void Add(Token token) => _tokens.Add(token);

    private Token Empty(TokenKind kind) => new(kind, _cursor.Index, _cursor.Index, _cursor.Position);

    private Token Indicator(TokenKind kind, int length)
    {
        var token = Empty(kind) with { End = _cursor.Index + length };
        _cursor.Skip(length);
        return token;
    }
}
