namespace Macro.Cli.Yaml.Syntax;

/// <summary>Scans what precedes a value: anchors and tags; and directives, which precede a document.</summary>
internal sealed class PropertyScanner
{
    private const string CoreTag = "tag:yaml.org,2002:";
    private readonly Dictionary<string, string> _prefixes = new() { ["!"] = "!", ["!!"] = CoreTag };

    /// <summary>Scans <c>&amp;name</c> or <c>*name</c>.</summary>
    /// <exception cref="YamlSyntaxException">There is no name.</exception>
    public static Token ScanAnchor(TextCursor cursor)
    {
        var (start, position, indicator) = (cursor.Index, cursor.Position, cursor.Current);
        cursor.Skip();
        while (!EndsName(cursor.Current) && !(cursor.Current == ':' && EndsName(cursor.Peek(1))))
            cursor.Skip();
        if (cursor.Index == start + 1)
            throw new YamlSyntaxException(position, $"No name follows {indicator}.", "Quote a value that begins with & or *.");
        return new(indicator == '*' ? TokenKind.Alias : TokenKind.Anchor, start, cursor.Index, position)
        {
            Value = cursor.Text[(start + 1)..cursor.Index],
        };
    }

    /// <summary>Scans a tag: <c>!Sub</c>, <c>!!str</c>, <c>!handle!name</c>, <c>!&lt;uri&gt;</c> or <c>!</c> alone.</summary>
    /// <exception cref="YamlSyntaxException">The tag is not closed, or its handle was not declared.</exception>
    public Token ScanTag(TextCursor cursor)
    {
        var (start, position) = (cursor.Index, cursor.Position);
        while (!EndsName(cursor.Current))
            cursor.Skip();
        var tag = cursor.Text[start..cursor.Index];
        if (tag is ['!', '<', .. var uri])
        {
            if (!uri.EndsWith('>'))
                throw new YamlSyntaxException(position, "The tag that begins here is not closed.", "Close it with >.");
            return CreateTag(Decode(uri[..^1]));
        }
        var handleEnd = tag.IndexOf('!', 1) + 1;
        var handle = handleEnd > 0 ? tag[..handleEnd] : "!";
        if (!_prefixes.TryGetValue(handle, out var prefix))
            throw new YamlSyntaxException(position, $"The tag {tag} has an unknown handle.", "Write a function such as !Sub.");
        return CreateTag(tag == "!" ? tag : prefix + Decode(tag[handle.Length..]));

        Token CreateTag(string value) => new(TokenKind.Tag, start, cursor.Index, position) { Value = value };
    }

    /// <summary>Scans a directive such as <c>%YAML 1.1</c>.</summary>
    /// <exception cref="YamlSyntaxException">The directive names another major version of YAML.</exception>
    public Token ScanDirective(TextCursor cursor)
    {
        var (start, position) = (cursor.Index, cursor.Position);
        var line = cursor.TakeLine().ToString();
        var comment = line.IndexOf(" #", StringComparison.Ordinal);
        var words = (comment < 0 ? line : line[..comment]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words is ["%YAML", var version, ..] && !version.StartsWith("1.", StringComparison.Ordinal))
            throw new YamlSyntaxException(position, $"The file is in YAML {version}.", "Write the template in YAML 1.1.");
        if (words is ["%TAG", var handle, var prefix])
            _prefixes[handle] = prefix;
        return new(TokenKind.Directive, start, cursor.Index, position);
    }

    private static bool EndsName(char character) => Characters.IsBlankOrEnd(character) || Characters.IsFlowIndicator(character);

    /// <summary>Decodes the percent signs of a URI.</summary>
    private static string Decode(string uri) => uri.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(uri) : uri;
}
