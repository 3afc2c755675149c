using Macro.Cli.Templates.Reading;
using Macro.Cli.Yaml.Syntax;

namespace Macro.Cli.Yaml.Source;

/// <summary>Creates the tree of a template file.</summary>
internal sealed partial class SourceParser
{
    private readonly string _text;
    private readonly TokenReader _tokens;
    private readonly ProblemLog _problems;
    private readonly AnchorTable _anchors;
    private readonly TagReader _tags;

    private SourceParser(string text, ProblemLog problems)
    {
        _text = text;
        _tokens = new(text);
        _problems = problems;
        _anchors = new(problems);
        _tags = new(problems);
    }

    /// <summary>Parses a whole file.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="fileName">The name of the file, for messages.</param>
    /// <param name="allowsDuplicateKeys">Whether the last of several equal keys counts, instead of being a problem.</param>
    /// <exception cref="TemplateFileException">The file is not one YAML document whose top is a mapping, or has duplicate keys.</exception>
    public static SourceDocument Parse(string text, string fileName, bool allowsDuplicateKeys = false)
    {
        var mark = text.StartsWith('\uFEFF') ? "\uFEFF" : "";
        var parser = new SourceParser(text[mark.Length..], new(fileName, allowsDuplicateKeys));
        try
        {
            return new(mark, parser._text, parser.ReadDocument(), parser._tags.UsesShortForm);
        }
        catch (YamlSyntaxException exception)
        {
            throw new TemplateFileException(fileName, [exception.Problem], exception);
        }
    }

    private SourceMapping ReadDocument()
    {
        CheckCharacters();
        SkipDocumentStart();
        var top = _tokens.Peek();
        if (top.Kind is TokenKind.DocumentStart or TokenKind.DocumentEnd or TokenKind.StreamEnd
            || ReadBlockNode(depth: 1) is not SourceMapping { Function: null } root)
            throw _problems.Fatal(new(1, 1), "The top level of the file is not a mapping.", "Begin with keys such as Resources.");
        while (_tokens.Peek().Kind == TokenKind.DocumentEnd)
            _tokens.Take();
        var rest = _tokens.Peek();
        if (rest.Kind == TokenKind.DocumentStart)
            throw _problems.Fatal(rest.Position, "A second YAML document begins here.", "Keep one template in each file.");
        if (rest.Kind != TokenKind.StreamEnd)
            throw Misplaced(rest);
        _problems.ThrowIfAny();
        return root;
    }

    private void CheckCharacters()
    {
        for (var index = 0; index < _text.Length; index++)
        {
            if (Characters.IsAllowed(_text[index]))
                continue;
            throw _problems.Fatal(
                TextLines.PositionOf(_text, index),
                _text[index] == '\0'
                    ? "There is a NUL character here."
                    : $"YAML does not allow the character U+{(int)_text[index]:X4} here.",
                _text[index] == '\0' ? "Save the file as UTF-8 text." : "Remove it, or write it as an escape in double quotes.");
        }
    }

    private void SkipDocumentStart()
    {
        if (_tokens.Peek().Kind == TokenKind.StreamEnd)
            throw _problems.Fatal(new(1, 1), "The file is empty.", "Begin with the key Resources.");
        var hasDirectives = false;
        for (; _tokens.Peek().Kind == TokenKind.Directive; _tokens.Take())
            hasDirectives = true;
        if (_tokens.Peek().Kind == TokenKind.DocumentStart)
            _tokens.Take();
        else if (hasDirectives)
        {
            throw _problems.Fatal(
                _tokens.Peek().Position,
                "Three dashes are missing between the directives and the template.",
                "Write --- on a line of its own.");
        }
    }

    private SourceNode ReadBlockNode(int depth) => ReadNode(depth, isBlock: true, isAfterKey: false);

    /// <param name="depth">The level of the node, 1 for the template.</param>
    /// <param name="isBlock">Whether block collections may begin here.</param>
    /// <param name="isAfterKey">Whether the dashes of a list may have the column of the key.</param>
    private SourceNode ReadNode(int depth, bool isBlock, bool isAfterKey)
    {
        var first = _tokens.Peek();
        if (depth > FileLimits.MaxDepth)
            throw _problems.Fatal(first.Position, $"The template nests more than {FileLimits.MaxDepth} levels here.", "Flatten it.");
        if (first.Kind == TokenKind.Alias)
            return ReadAlias(_tokens.Take());
        var properties = ReadProperties();
        _anchors.Open(properties.Anchor);
        var node = ReadContent(properties, depth, isBlock, isAfterKey);
        _anchors.Close(properties.Anchor, node);
        return node;
    }

    private SourceNode ReadContent(NodeProperties properties, int depth, bool isBlock, bool isAfterKey)
    {
        var first = _tokens.Peek();
        switch (first.Kind)
        {
            case TokenKind.Scalar:
                return _tags.CreateScalar(_tokens.Take(), properties, _text);
            case TokenKind.FlowSequenceStart:
                return ReadFlowSequence(properties, depth);
            case TokenKind.FlowMappingStart:
                return ReadFlowMapping(properties, depth);
            case TokenKind.BlockSequenceStart when isBlock:
            case TokenKind.BlockEntry when isAfterKey:
                return ReadBlockSequence(properties, depth);
            case TokenKind.BlockMappingStart when isBlock:
                return ReadBlockMapping(properties, depth);
        }
        return properties.Last is { } last ? Nothing(last, properties) : throw Misplaced(first);
    }

    private SourceAlias ReadAlias(Token alias) => new()
    {
        Span = new(alias.Start, alias.End),
        Position = alias.Position,
        Target = _anchors.Resolve(alias.Value, alias.Position),
    };

    private NodeProperties ReadProperties()
    {
        var properties = new NodeProperties();
        while (_tokens.Peek() is { Kind: TokenKind.Anchor or TokenKind.Tag } token)
        {
            if (token.Kind == TokenKind.Tag ? properties.Tag is not null : properties.Anchor is not null)
            {
                throw _problems.Fatal(
                    token.Position,
                    token.Kind == TokenKind.Tag ? "A tag follows a tag." : "An anchor follows an anchor.",
                    token.Kind == TokenKind.Tag
                        ? "Write the function before this one in full, such as Fn::Base64: a tag cannot follow a tag."
                        : "Keep one of them.");
            }
            properties = properties.With(_tokens.Take());
        }
        return properties;
    }

    /// <summary>A value that is not written: null, or the empty text behind a tag.</summary>
    private SourceScalar Nothing(Token last, NodeProperties? properties = null) => _tags.CreateScalar(
        new(TokenKind.Scalar, last.End, last.End, properties?.First?.Position ?? last.Position), properties ?? new(), _text);

    private TemplateFileException Misplaced(Token token)
    {
        return token.Kind switch
        {
            TokenKind.StreamEnd or TokenKind.DocumentStart or TokenKind.DocumentEnd => Problem(
                "A bracket or brace above is not closed.", "Close the bracket or brace, or put a comma before the next value."),
            TokenKind.FlowSequenceEnd or TokenKind.FlowMappingEnd or TokenKind.FlowEntry => Problem(
                "A value is missing before this place, or nothing was opened that this could close.", "Check brackets, braces and commas."),
            TokenKind.BlockEntry => Problem("A dash cannot follow this.", "Write the list on lines of its own, or quote the text."),
            _ => Problem(
                "This does not belong to the lines above.",
                "Align keys and dashes with those of the same level, and close quotes and brackets above."),
        };

        TemplateFileException Problem(string cause, string remedy) => _problems.Fatal(token.Position, cause, remedy);
    }
}
