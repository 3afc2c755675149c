using System.Text.RegularExpressions;

namespace Macro.Cli.Parameters.Toml;

/// <summary>Parses TOML documents.</summary>
/// <remarks>Source: https://toml.io/en/v1.0.0</remarks>
internal sealed partial class TomlParser
{
    /// <summary>The maximum nesting of arrays and inline tables. Prevents a stack overflow.</summary>
    private const int MaxDepth = 100;

    private readonly TomlCursor _cursor;

    private TomlParser(string text) => _cursor = new(text.Replace("\r\n", "\n", StringComparison.Ordinal));

    /// <summary>Parses a document.</summary>
    /// <exception cref="TomlException">The text is not TOML.</exception>
    public static TomlTable Parse(string text) => new TomlParser(text).ReadDocument();

    private TomlTable ReadDocument()
    {
        var root = new TomlTable(TomlTableOrigin.Header);
        var table = root;
        for (_cursor.SkipLines(); !_cursor.IsAtEnd; _cursor.SkipLines())
        {
            if (_cursor.TryTake("[[")) table = ReadHeader("]]", root.Append);
            else if (_cursor.TryTake("[")) table = ReadHeader("]", root.Define);
            else ReadMember(table, depth: 1);
            _cursor.EndLine();
        }
        return root;
    }

    private TomlTable ReadHeader(string end, Func<IReadOnlyList<string>, TomlTable?> find)
    {
        var header = ReadKey();
        _cursor.Expect(end);
        return find(header) ?? throw _cursor.Error();
    }

    private void ReadMember(TomlTable table, int depth)
    {
        var key = ReadKey();
        _cursor.Expect("=");
        _cursor.SkipBlanks();
        if (!table.TryAdd(key, ReadValue(depth))) throw _cursor.Error();
    }

    /// <summary>Reads a key with one or more parts, and the blanks around it.</summary>
    private List<string> ReadKey()
    {
        var parts = new List<string>();
        do
        {
            _cursor.SkipBlanks();
            parts.Add(TomlStrings.TryReadLine(_cursor) ?? _cursor.TryTake(BareKey())?.Value ?? throw _cursor.Error());
            _cursor.SkipBlanks();
        }
        while (_cursor.TryTake("."));
        return parts;
    }

    private TomlValue ReadValue(int depth)
    {
        if (depth > MaxDepth) throw _cursor.Error();
        if (_cursor.TryTake("[")) return ReadArray(depth);
        if (_cursor.TryTake("{")) return ReadInlineTable(depth);
        return TomlStrings.TryRead(_cursor) is { } text ? new TomlString(text) : TomlScalars.Read(_cursor);
    }

    private TomlArray ReadArray(int depth)
    {
        var items = new List<TomlValue>();
        _cursor.SkipLines();
        while (!_cursor.TryTake("]"))
        {
            items.Add(ReadValue(depth + 1));
            _cursor.SkipLines();
            if (_cursor.Next == ']') continue;
            _cursor.Expect(",");
            _cursor.SkipLines();
        }
        return new(items);
    }

    /// <summary>An inline table is on one line and has no comma after its last member.</summary>
    private TomlTable ReadInlineTable(int depth)
    {
        var members = new TomlTable(TomlTableOrigin.Inline);
        _cursor.SkipBlanks();
        if (_cursor.TryTake("}")) return members;
        do
        {
            ReadMember(members, depth + 1);
            _cursor.SkipBlanks();
        }
        while (_cursor.TryTake(","));
        _cursor.Expect("}");
        return members;
    }

    [GeneratedRegex(@"\G[A-Za-z0-9_-]+")]
    private static partial Regex BareKey();
}
