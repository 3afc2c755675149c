namespace Macro.Cli.Parameters.Toml;

/// <summary>A table of a TOML document.</summary>
/// <remarks>Source: https://toml.io/en/v1.0.0#table</remarks>
internal sealed record TomlTable(TomlTableOrigin Origin) : TomlValue
{
    private readonly Dictionary<string, TomlValue> _values = [];

    /// <summary>The syntax that created the table.</summary>
    public TomlTableOrigin Origin { get; private set; } = Origin;

    /// <summary>The value of a key; null when the table does not have it.</summary>
    public TomlValue? this[string key] => _values.GetValueOrDefault(key);

    /// <summary>The keys in the order of the document.</summary>
    public IReadOnlyCollection<string> Keys => _values.Keys;

    /// <summary>Adds the value of a key with one or more parts.</summary>
    /// <returns>False when the key has a value already, or one of its parts has a value that cannot be extended.</returns>
    public bool TryAdd(IReadOnlyList<string> key, TomlValue value)
    {
        var table = this;
        foreach (var part in key.SkipLast(1))
        {
            var isNew = !table._values.TryGetValue(part, out var existing);
            var next = isNew ? table.Create(part, TomlTableOrigin.DottedKey) : existing as TomlTable;
            if (next is not { Origin: TomlTableOrigin.Implied or TomlTableOrigin.DottedKey }) return false;
            next.Origin = TomlTableOrigin.DottedKey;
            table = next;
        }
        return table._values.TryAdd(key[^1], value);
    }

    /// <summary>Defines the table of a header.</summary>
    /// <returns>Null when it is defined already, or is another kind of value.</returns>
    public TomlTable? Define(IReadOnlyList<string> header)
    {
        if (FindParent(header) is not { } parent) return null;
        if (!parent._values.TryGetValue(header[^1], out var existing)) return parent.Create(header[^1], TomlTableOrigin.Header);
        if (existing is not TomlTable { Origin: TomlTableOrigin.Implied } table) return null;
        table.Origin = TomlTableOrigin.Header;
        return table;
    }

    /// <summary>Adds a table to the array of a header in double brackets.</summary>
    /// <returns>Null when the header names another kind of value.</returns>
    public TomlTable? Append(IReadOnlyList<string> header)
    {
        if (FindParent(header) is not { } parent) return null;
        if (!parent._values.TryGetValue(header[^1], out var existing)) parent._values[header[^1]] = existing = new TomlTableArray();
        if (existing is not TomlTableArray array) return null;
        array.Tables.Add(new(TomlTableOrigin.Header));
        return array.Tables[^1];
    }

    /// <summary>Returns the table that contains the last part of a header. In an array of tables, a header refers to the last.</summary>
    private TomlTable? FindParent(IReadOnlyList<string> header)
    {
        var table = this;
        foreach (var part in header.SkipLast(1))
        {
            var next = table._values.TryGetValue(part, out var existing) ? existing : table.Create(part, TomlTableOrigin.Implied);
            if (next is TomlTableArray array) next = array.Tables[^1];
            if (next is not TomlTable { Origin: not TomlTableOrigin.Inline } inner) return null;
            table = inner;
        }
        return table;
    }

    private TomlTable Create(string key, TomlTableOrigin origin)
    {
        var table = new TomlTable(origin);
        _values.Add(key, table);
        return table;
    }
}
