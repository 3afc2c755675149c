using Macro.Cli.Yaml.Syntax;

namespace Macro.Cli.Yaml.Source;

/// <content>Sequences and mappings.</content>
internal sealed partial class SourceParser
{
    private SourceSequence ReadBlockSequence(NodeProperties properties, int depth)
    {
        var first = _tokens.Peek();
        // The dashes of a list may have the column of the key above; then indentation does not show where the list begins and ends.
        var isIndented = first.Kind == TokenKind.BlockSequenceStart;
        if (isIndented)
            _tokens.Take();
        var items = new List<SourceEntry>();
        while (_tokens.Peek().Kind == TokenKind.BlockEntry)
        {
            var dash = _tokens.Take();
            var isEmpty = _tokens.Peek().Kind is TokenKind.BlockEntry or TokenKind.BlockEnd
                || (!isIndented && _tokens.Peek().Kind is TokenKind.Key or TokenKind.Value);
            items.Add(Item(isEmpty ? Nothing(dash) : ReadBlockNode(depth + 1), new(dash.Start, dash.End), hasIndicator: true));
        }
        if (isIndented)
            TakeBlockEnd();
        return CreateSequence(properties, first, items[^1].Value.Span.End, items, isBlock: true);
    }

    private SourceMapping ReadBlockMapping(NodeProperties properties, int depth)
    {
        var first = _tokens.Take();
        var members = new List<SourceEntry>();
        while (_tokens.Peek().Kind == TokenKind.Key)
            members.Add(ReadMember(depth, isBlock: true));
        TakeBlockEnd();
        return CreateMapping(properties, first, members[^1].Value.Span.End, members, isBlock: true);
    }

    private SourceSequence ReadFlowSequence(NodeProperties properties, int depth)
    {
        var first = _tokens.Take();
        var items = new List<SourceEntry>();
        while (_tokens.Peek() is { Kind: not TokenKind.FlowSequenceEnd } next)
        {
            // [key: value] is a list with one mapping.
            var value = next.Kind == TokenKind.Key ? ReadPair(depth + 1) : ReadFlowNode(depth + 1);
            items.Add(Item(value, value.Span, hasIndicator: false));
            TakeComma(TokenKind.FlowSequenceEnd);
        }
        return CreateSequence(properties, first, _tokens.Take().End, items, isBlock: false);
    }

    private SourceMapping ReadFlowMapping(NodeProperties properties, int depth)
    {
        var first = _tokens.Take();
        var members = new List<SourceEntry>();
        while (_tokens.Peek().Kind != TokenKind.FlowMappingEnd)
        {
            members.Add(ReadMember(depth, isBlock: false));
            TakeComma(TokenKind.FlowMappingEnd);
        }
        return CreateMapping(properties, first, _tokens.Take().End, members, isBlock: false);
    }

    private SourceMapping ReadPair(int depth)
    {
        var first = _tokens.Peek();
        var pair = ReadMember(depth, isBlock: false);
        return CreateMapping(new(), first, pair.Value.Span.End, [pair], isBlock: false);
    }

    private SourceNode ReadFlowNode(int depth) => ReadNode(depth, isBlock: false, isAfterKey: false);

    private SourceEntry ReadMember(int depth, bool isBlock)
    {
        var mark = _tokens.Peek().Kind == TokenKind.Key ? _tokens.Take() : null;
        var key = mark is not null && IsNothing(isBlock) ? Nothing(mark) : ReadNode(depth + 1, isBlock, isAfterKey: isBlock);
        if ((key is SourceAlias alias ? alias.Target : key) is not SourceScalar { Function: null } name)
            throw _problems.Fatal(key.Position, "A key is not plain text.", "Write a name before the colon, if necessary in quotes.");
        var colon = _tokens.Peek().Kind == TokenKind.Value ? _tokens.Take() : null;
        var value = colon is null ? NothingAfter(key)
            : IsNothing(isBlock) ? Nothing(colon) : ReadNode(depth + 1, isBlock, isAfterKey: isBlock);
        if (name.IsMergeIndicator && !MergeKeys.CanMerge(value))
        {
            throw _problems.Fatal(
                value.Position, "The value of the key << is not a mapping.", "Give it an alias of a mapping, or a list of such aliases.");
        }
        return new()
        {
            Name = name.Value,
            Position = key.Position,
            Head = key.Span with { End = colon?.End ?? key.Span.End },
            Value = value,
            HasIndicator = colon is not null && mark?.Start == mark?.End,
            Key = key,
            IsMerge = name.IsMergeIndicator,
        };
    }

    private SourceScalar NothingAfter(SourceNode key) =>
        Nothing(new(TokenKind.Key, key.Span.Start, key.Span.End, key.Position));

    /// <summary>Whether a key or its value is missing, since something else follows.</summary>
    private bool IsNothing(bool isBlock) => _tokens.Peek().Kind is var next && isBlock
        ? next is TokenKind.Key or TokenKind.Value or TokenKind.BlockEnd
        : next is TokenKind.Value or TokenKind.FlowEntry or TokenKind.FlowMappingEnd or TokenKind.FlowSequenceEnd;

    private void TakeBlockEnd()
    {
        if (_tokens.Peek() is { Kind: not TokenKind.BlockEnd } other)
            throw Misplaced(other);
        _tokens.Take();
    }

    private void TakeComma(TokenKind end)
    {
        var next = _tokens.Peek();
        if (next.Kind == TokenKind.FlowEntry)
            _tokens.Take();
        else if (next.Kind != end)
        {
            throw _problems.Fatal(
                next.Position,
                "A comma, bracket or brace is missing before this place.",
                "Close the bracket or brace, or put a comma before the next value.");
        }
    }

    private static SourceEntry Item(SourceNode value, TextSpan head, bool hasIndicator) =>
        new() { Name = "", Position = value.Position, Head = head, HasIndicator = hasIndicator, Value = value };

    private SourceSequence CreateSequence(NodeProperties properties, Token first, int end, List<SourceEntry> items, bool isBlock) => new()
    {
        Span = new((properties.First ?? first).Start, end),
        Position = (properties.First ?? first).Position,
        Function = _tags.FunctionOf(properties, "seq"),
        Entries = items,
        Layout = isBlock && properties.Tag is null ? BlockLayout.Find(_text, items) : null,
    };

    private SourceMapping CreateMapping(NodeProperties properties, Token first, int end, List<SourceEntry> members, bool isBlock)
    {
        _problems.ReportDuplicates(members);
        return new()
        {
            Span = new((properties.First ?? first).Start, end),
            Position = (properties.First ?? first).Position,
            Function = _tags.FunctionOf(properties, "map"),
            Entries = members,
            Layout = isBlock && properties.Tag is null ? BlockLayout.Find(_text, members) : null,
        };
    }
}
