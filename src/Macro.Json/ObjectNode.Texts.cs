using System.Text.Json;

namespace Macro.Json;

/// <content>Texts of members, without nodes for those that are not read yet.</content>
public sealed partial class ObjectNode
{
    /// <summary>The text of a member that is a string; null when there is none, or it is not a string.</summary>
    /// <param name="name">The name of the member.</param>
    /// <param name="pool">Provides the strings of texts that many objects have; null: the string is new.</param>
    public string? TextOf(ReadOnlySpan<byte> name, StringPool? pool = null) => Peek(name) switch
    {
        ({ } read, _) => read.Text,
        (_, { Exists: true } text) => TextOf(text, pool),
        _ => null,
    };

    /// <summary>The text of a member that is a string or an array that begins with one; null for every other value.</summary>
    public string? FirstTextOf(ReadOnlySpan<byte> name) => Peek(name) switch
    {
        (ArrayNode { Count: > 0 } list, _) => list[0].Text,
        ({ } read, _) => read.Text,
        (_, { Exists: true } text) => TextOf(text.HasItems ? text.FirstChild : text, pool: null),
        _ => null,
    };

    /// <summary>The text of the only item of a member that is an array; null if it is not, or the item is not a string.</summary>
    /// <param name="name">The name of the member.</param>
    /// <param name="pool">Provides the strings of texts that many objects have.</param>
    public string? OnlyTextOf(ReadOnlySpan<byte> name, StringPool pool) => Peek(name) switch
    {
        (ArrayNode { Count: 1 } list, _) => list[0].Text,
        (null, { Exists: true, HasItems: true } text) when text.FirstChild.Next == text.Next => TextOf(text.FirstChild, pool),
        _ => null,
    };

    /// <summary>Whether a member is a string of this text; null when there is no such member, or it is not a string.</summary>
    /// <param name="name">The name of the member.</param>
    /// <param name="text">The text.</param>
    public bool? TextEquals(ReadOnlySpan<byte> name, MemberName text) => Peek(name) switch
    {
        ({ } read, _) => read.Text is { } own ? own == text.Text : null,
        (_, { Exists: true, Kind: JsonTokenType.String, HasEscapes: false } value) => value.TextUtf8.SequenceEqual(text.Utf8),
        (_, { Exists: true } value) => TextOf(value, pool: null) is { } own ? own == text.Text : null,
        _ => null,
    };

    /// <summary>The value of a member: a node if it was read or set, else its text; neither if there is no such member.</summary>
    private (Node? Read, JsonSlice Text) Peek(ReadOnlySpan<byte> name)
    {
        if (Find(name) is not { Exists: true } place) return default;
        return _members.ValueAt(place) is { } read ? (read, default) : (null, NameSlice(place).Next);
    }

    private static string? TextOf(JsonSlice value, StringPool? pool) => value.Kind != JsonTokenType.String ? null
        : pool is null || value.HasEscapes ? value.Text
        : pool.Get(value.TextUtf8);
}
