namespace Macro.Cli.Tests.Yaml.Laws;

/// <content>Anchors, tags, comments and indentation, and the random choices.</content>
internal sealed partial class YamlText
{
    /// <summary>Writes an anchor, a tag, or both, on the line or on lines of their own.</summary>
    private string Properties(int column)
    {
        if (!Chance(7))
            return "";
        var tag = Pick("!Sub", "!Ref", "!GetAtt", "!Base64", "!!str", _isForLibyaml ? "!Select" : "!", "!Foo");
        var anchor = "&" + NewName(Chance(2) ? _scalarAnchors : _mappingAnchors);
        var separator = Separator(column);
        var found = _random.Next(5) switch
        {
            0 => tag,
            1 => tag + separator + anchor,
            2 => anchor + separator + tag,
            _ => anchor,
        };
        _text.Append(' ').Append(found);
        return found;
    }

    private string Separator(int column) =>
        Chance(12) ? (Chance(2) ? "\n" : " # c\n") + new string(' ', Math.Max(column, 0) + _random.Next(1, 4)) : Pick(" ", " ", " ", "  ");

    private void EndLine()
    {
        if (_text[^1] != '\n')
            _text.Append(Chance(8) ? Pick(" # note", "   #", " # a: b", "  ") : "").Append('\n');
    }

    /// <summary>Writes blank lines and comments at times.</summary>
    private void Gap(int column)
    {
        while (Chance(6))
        {
            _text.Append(
                Chance(2) ? Pick("\n", "   \n") : new string(' ', Pick([column, 0, column + 2])) + Pick("# c", "#c: d", "# - e") + "\n");
        }
    }

    private void Indent(int column)
    {
        if (_text.Length > 0 && _text[^1] != '\n')
            _text.Append('\n');
        _text.Append(' ', column);
    }

    private string NewName(List<string> names)
    {
        // An anchor for another kind of value makes the text invalid where << uses it; the readers say so.
        var name = $"a{_names++}";
        names.Add(name);
        return name;
    }

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T Pick<T>(params ReadOnlySpan<T> items) => items[_random.Next(items.Length)];
}
