using System.Text.Json;

namespace Macro.Json;

/// <content>The object as JSON text: its size, and how it is written.</content>
public sealed partial class ObjectNode
{
    /// <summary>
    /// Counts the UTF-8 bytes of the members in compact JSON, each with its comma, if every value were a string: numbers and booleans as
    /// they are spelled, other values empty.
    /// </summary>
    /// <param name="isAbsent">Whether an object counts as absent, so that its member is not counted.</param>
    /// <param name="except">Members whose names this object has are not counted; null to count all.</param>
    /// <returns>The number of bytes, and the number of members that were counted.</returns>
    public (int Bytes, int Members) CountJsonBytes(Func<Node, bool> isAbsent, ObjectNode? except = null)
    {
        var (bytes, count) = (0, 0);
        for (var place = MemberPlace.Start; Members.MoveNext(Origin, ref place);)
        {
            if (except is not null && HasName(place) && except.Contains(NameUtf8(place))) continue;
            var isUnread = _members.ValueAt(place) is null && NameSlice(place).Next.Kind != JsonTokenType.StartObject;
            if (!isUnread && isAbsent(At(place))) continue;
            bytes += place.IsOriginal ? NameSlice(place).QuotedLength : _members.Added[place.Index].Name!.Json.Length;
            bytes += isUnread ? NameSlice(place).Next.QuotedLength : At(place).QuotedLength;
            bytes += ":,".Length;
            count++;
        }
        return (bytes, count);
    }

    /// <summary>An upper bound of the bytes that <see cref="CountJsonBytes"/> counts, which takes less time.</summary>
    public int MaxJsonBytes()
    {
        // A number gets quotes.
        var bytes = Origin.Exists ? Origin.Raw.Length + "\"\"".Length * Count : 0;
        foreach (var value in Members.Values) bytes += value?.QuotedLength ?? 0;
        foreach (ref readonly var member in Members.Added)
        {
            if (member.Block is { } block) bytes += block.MaxJsonBytes;
            else if (member.Name is not null) bytes += member.MaxJsonBytes;
        }
        return bytes;
    }

    private protected override void WriteEdited(Utf8Buffer output, JsonLayout layout)
    {
        var writer = new EditedJsonWriter(output, Origin, "{}"u8, layout);
        WriteOriginals(ref writer);
        foreach (ref readonly var member in _members.Added)
        {
            if (member.Block is { } block)
            {
                block.WriteTo(ref writer, output);
            }
            else if (member.Name is not null)
            {
                writer.BeginAppended();
                member.WriteTo(output, writer.Inner);
            }
        }
        writer.Close();
    }

    private void WriteOriginals(ref EditedJsonWriter writer)
    {
        var (name, hasRemoved) = (Origin.FirstChild, _members.HasRemoved);
        foreach (var value in _members.Values)
        {
            var original = name.Next;
            if (MemberList.IsRemoved(value)) writer.Remove(original);
            else if (value is not null && (value.IsEdited || value.Origin != original)) writer.Replace(original, value);
            else if (hasRemoved) writer.Keep(original);
            name = original.Next;
        }
    }
}
