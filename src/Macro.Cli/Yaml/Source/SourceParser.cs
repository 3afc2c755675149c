using Macro.Cli.Templates.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Macro.Cli.Yaml.Source;

/// <summary>Creates the tree of a template file from YAML events.</summary>
internal sealed class SourceParser
{
    private readonly string _text;
    private readonly Parser _events;
    private readonly ProblemLog _problems;
    private readonly AnchorTable _anchors;
    private readonly TagReader _tags;

    private SourceParser(string text, ProblemLog problems)
    {
        _text = text;
        _events = new(new StringReader(text));
        _problems = problems;
        _anchors = new(problems);
        _tags = new(problems);
    }

    /// <summary>Parses a whole file.</summary>
    /// <exception cref="TemplateFileException">The file is not one YAML document whose top is a mapping, or has duplicate keys.</exception>
    public static SourceDocument Parse(string text, string fileName)
    {
        var mark = text.StartsWith('\uFEFF') ? "\uFEFF" : "";
        var parser = new SourceParser(text[mark.Length..], new(fileName));
        try
        {
            return new(mark, parser._text, parser.ReadDocument(), parser._tags.UsesShortForm);
        }
        catch (Exception error) when (error is YamlException or InvalidOperationException)
        {
            // YamlDotNet throws InvalidOperationException instead of YamlException for a few malformed flow collections.
            throw new TemplateFileException(fileName, [SyntaxProblem.From(error, parser._text, parser._events.Current)], error);
        }
    }

    private SourceMapping ReadDocument()
    {
        if (_text.IndexOf('\0') is >= 0 and var at)
            throw _problems.Fatal(SyntaxProblem.PositionOf(_text, at), "There is a NUL character here.", "Save the file as UTF-8 text.");
        _events.Consume<StreamStart>();
        if (_events.Accept<StreamEnd>(out _))
            throw _problems.Fatal(new(1, 1), "The file is empty.", "Begin with the key Resources.");
        _events.Consume<DocumentStart>();
        if (ReadNode(depth: 1) is not SourceMapping { Function: null } root)
            throw _problems.Fatal(new(1, 1), "The top level of the file is not a mapping.", "Begin with keys such as Resources.");
        _events.Consume<DocumentEnd>();
        if (_events.Accept<DocumentStart>(out var second))
            throw _problems.Fatal(PositionOf(second), "A second YAML document begins here.", "Keep one template in each file.");
        _problems.ThrowIfAny();
        return root;
    }

    private SourceNode ReadNode(int depth)
    {
        var start = _events.Consume<ParsingEvent>();
        if (depth > FileLimits.MaxDepth)
            throw _problems.Fatal(PositionOf(start), $"The template nests more than {FileLimits.MaxDepth} levels here.", "Flatten it.");
        if (start is AnchorAlias alias)
            return ReadAlias(alias);
        var anchor = start is NodeEvent named ? named.Anchor : AnchorName.Empty;
        _anchors.Open(anchor);
        SourceNode node = start switch
        {
            SequenceStart sequence => ReadSequence(sequence, depth),
            MappingStart mapping => ReadMapping(mapping, depth),
            Scalar scalar => ScalarReader.Read(scalar, _text, _tags),
            _ => throw _problems.Fatal(PositionOf(start), "A value is missing before this place.", "Check indentation and colons above."),
        };
        _anchors.Close(anchor, node);
        return node;
    }

    private SourceAlias ReadAlias(AnchorAlias alias)
    {
        var position = PositionOf(alias);
        return new() { Span = SpanOf(alias), Position = position, Target = _anchors.Resolve(alias.Value, position) };
    }

    private SourceSequence ReadSequence(SequenceStart start, int depth)
    {
        var isBlock = start.Style == SequenceStyle.Block;
        var hasDashes = isBlock && start.Tag.IsEmpty && start.Anchor.IsEmpty;
        var items = new List<SourceEntry>();
        var cursor = (int)start.Start.Index;
        while (!_events.Accept<SequenceEnd>(out _))
        {
            var dash = hasDashes ? TextLines.SkipToContent(_text, cursor) : cursor;
            var value = ReadNode(depth + 1);
            items.Add(new() { Name = "", Position = value.Position, Head = new(dash, dash + 1), HasIndicator = hasDashes, Value = value });
            cursor = value.Span.End;
        }
        var end = _events.Consume<SequenceEnd>();
        return new()
        {
            Span = SpanOf(start, end, isBlock, items),
            Position = PositionOf(start),
            Function = _tags.FunctionOf(start, "seq"),
            Entries = items,
            Layout = hasDashes ? BlockLayout.Find(_text, items) : null,
        };
    }

    private SourceMapping ReadMapping(MappingStart start, int depth)
    {
        var isBlock = start.Style == MappingStyle.Block;
        var members = new List<SourceEntry>();
        while (!_events.Accept<MappingEnd>(out _))
            members.Add(ReadMember(depth));
        var end = _events.Consume<MappingEnd>();
        _problems.ReportDuplicates(members);
        return new()
        {
            Span = SpanOf(start, end, isBlock, members),
            Position = PositionOf(start),
            Function = _tags.FunctionOf(start, "map"),
            Entries = members,
            Layout = isBlock && start.Tag.IsEmpty ? BlockLayout.Find(_text, members) : null,
        };
    }

    private SourceEntry ReadMember(int depth)
    {
        var key = ReadNode(depth + 1);
        if ((key is SourceAlias alias ? alias.Target : key) is not SourceScalar { Function: null } name)
        {
            throw _problems.Fatal(
                key.Position, "A key is not plain text.", "Write a name before the colon, if necessary in quotes.");
        }
        var value = ReadNode(depth + 1);
        if (name.IsMergeIndicator && !MergeKeys.CanMerge(value))
        {
            throw _problems.Fatal(
                value.Position, "The value of the key << is not a mapping.", "Give it an alias of a mapping, or a list of such aliases.");
        }
        var colonEnd = EndOfColon(key.Span.End);
        return new()
        {
            Name = name.Value,
            Position = key.Position,
            Head = key.Span with { End = colonEnd ?? key.Span.End },
            Value = value,
            HasIndicator = colonEnd is not null,
            HasAliasKey = key is SourceAlias,
            IsMerge = name.IsMergeIndicator,
        };
    }

    private int? EndOfColon(int keyEnd)
    {
        var blanks = _text.AsSpan(keyEnd).IndexOfAnyExcept(' ', '\t');
        return blanks >= 0 && _text[keyEnd + blanks] == ':' ? keyEnd + blanks + 1 : null;
    }

    private TextSpan SpanOf(ParsingEvent start, ParsingEvent end, bool isBlock, List<SourceEntry> entries)
    {
        var spanEnd = isBlock && entries.Count > 0 ? entries[^1].Value.Span.End : Math.Min((int)end.Start.Index + 1, _text.Length);
        return new((int)start.Start.Index, spanEnd);
    }

    private static TextSpan SpanOf(ParsingEvent node) => new((int)node.Start.Index, (int)node.End.Index);

    private static TextPosition PositionOf(ParsingEvent node) => new((int)node.Start.Line, (int)node.Start.Column);
}
