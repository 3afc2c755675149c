using System.Text.Json;

namespace Macro.Json;

/// <content>Texts of members, without nodes for them where the object is not read yet.</content>
public sealed partial class ObjectNode
{
    /// <summary>The text of a member that is a string; null when there is none, or it is not a string.</summary>
    /// <param name="name">The name of the member.</param>
    /// <param name="pool">Provides the strings of texts that many objects have; null: the string is new.</param>
    public string? TextOf(ReadOnlySpan<byte> name, StringPool? pool = null)
    {
        if (!_members.IsLoaded && Origin.Exists && SmallObject.TryFind(Origin, name, out var found)) return TextOf(found, pool);
        if (Find(name) is not (var i and >= 0)) return null;
        ref var member = ref Members.All[i];
        return member.Node is { } node ? node.Text : TextOf(member.OriginalValue(Origin.Index), pool);
    }

    /// <summary>Whether a member is a string of this text; null when there is no such member, or it is not a string.</summary>
    /// <param name="name">The name of the member.</param>
    /// <param name="text">The text.</param>
    public bool? TextEquals(ReadOnlySpan<byte> name, MemberName text)
    {
        if (!_members.IsLoaded && Origin.Exists && SmallObject.TryFind(Origin, name, out var found) && !(found.Exists && found.HasEscapes))
            return found is { Exists: true, Kind: JsonTokenType.String } ? found.TextUtf8.SequenceEqual(text.Utf8) : null;
        return this[name]?.Text is { } own ? own == text.Text : null;
    }

    private static string? TextOf(JsonSlice value, StringPool? pool) => value is not { Exists: true, Kind: JsonTokenType.String } ? null
        : pool is null || value.HasEscapes ? value.Text
        : pool.Get(value.TextUtf8);
}
