using System.Text.Json;

namespace Macro.Json;

/// <content>Texts of members, without nodes for those that are not read yet.</content>
public sealed partial class ObjectNode
{
    /// <summary>The text of a member that is a string; null when there is none, or it is not a string.</summary>
    /// <param name="name">The name of the member.</param>
    /// <param name="pool">Provides the strings of texts that many objects have; null: the string is new.</param>
    public string? TextOf(ReadOnlySpan<byte> name, StringPool? pool = null)
    {
        var place = Find(name);
        if (!place.Exists) return null;
        return _members.ValueAt(place) is { } value ? value.Text : TextOf(NameSlice(place).Next, pool);
    }

    /// <summary>The text of a member that is a string or an array that begins with one; null for every other value.</summary>
    public string? FirstTextOf(ReadOnlySpan<byte> name)
    {
        var place = Find(name);
        if (!place.Exists) return null;
        if (_members.ValueAt(place) is { } read) return read is ArrayNode { Count: > 0 } list ? list[0].Text : read.Text;
        var value = NameSlice(place).Next;
        return TextOf(value.HasItems ? value.FirstChild : value, pool: null);
    }

    /// <summary>The text of the only item of a member that is an array; null if it is not, or the item is not a string.</summary>
    /// <param name="name">The name of the member.</param>
    /// <param name="pool">Provides the strings of texts that many objects have.</param>
    public string? OnlyTextOf(ReadOnlySpan<byte> name, StringPool pool)
    {
        var place = Find(name);
        if (!place.Exists) return null;
        if (_members.ValueAt(place) is { } read) return read is ArrayNode { Count: 1 } list ? list[0].Text : null;
        var value = NameSlice(place).Next;
        return value.HasItems && value.FirstChild.Next.RowNumber == value.Next.RowNumber ? TextOf(value.FirstChild, pool) : null;
    }

    /// <summary>Whether a member is a string of this text; null when there is no such member, or it is not a string.</summary>
    /// <param name="name">The name of the member.</param>
    /// <param name="text">The text.</param>
    public bool? TextEquals(ReadOnlySpan<byte> name, MemberName text)
    {
        var place = Find(name);
        if (!place.Exists) return null;
        if (_members.ValueAt(place) is null && NameSlice(place).Next is { HasEscapes: false } value)
            return value.Kind == JsonTokenType.String ? value.TextUtf8.SequenceEqual(text.Utf8) : null;
        return At(place).Text is { } own ? own == text.Text : null;
    }

    private static string? TextOf(JsonSlice value, StringPool? pool) => value.Kind != JsonTokenType.String ? null
        : pool is null || value.HasEscapes ? value.Text
        : pool.Get(value.TextUtf8);
}
