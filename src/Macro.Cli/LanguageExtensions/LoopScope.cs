namespace Macro.Cli.LanguageExtensions;

/// <summary>The identifiers of the loops around a value, each with the item of the current iteration.</summary>
internal sealed class LoopScope
{
    /// <summary>The scope outside of all loops.</summary>
    public static readonly LoopScope Empty = new(null, "", "");

    private readonly LoopScope? _outer;
    private readonly string _identifier;
    private readonly string _item;

    private LoopScope(LoopScope? outer, string identifier, string item) => (_outer, _identifier, _item) = (outer, identifier, item);

    /// <summary>Returns the scope of one iteration of an inner loop.</summary>
    public LoopScope With(string identifier, string item) => new(this, identifier, item);

    /// <summary>The item of a loop; null when no loop has this identifier.</summary>
    public string? Value(string identifier) => _outer is null ? null : _identifier == identifier ? _item : _outer.Value(identifier);

    /// <summary>Replaces <c>${Identifier}</c> by the item, and <c>&amp;{Identifier}</c> by its letters and digits.</summary>
    public string Substitute(string text)
    {
        if (_outer is null || !text.Contains('{', StringComparison.Ordinal)) return text;
        var replaced = text.Replace($"${{{_identifier}}}", _item, StringComparison.Ordinal);
        var marker = $"&{{{_identifier}}}";
        if (replaced.Contains(marker, StringComparison.Ordinal))
            replaced = replaced.Replace(marker, string.Concat(_item.Where(char.IsAsciiLetterOrDigit)), StringComparison.Ordinal);
        return _outer.Substitute(replaced);
    }
}
