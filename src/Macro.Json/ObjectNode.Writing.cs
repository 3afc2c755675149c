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
        foreach (ref var member in Members.All)
        {
            if (member.IsRemoved || except is not null && member.HasName && except.Contains(member.NameBytes(Origin.Index))) continue;
            var isUnread = member.Node is null && member.OriginalValue(Origin.Index).Kind != JsonTokenType.StartObject;
            if (!isUnread && isAbsent(At(ref member))) continue;
            bytes += member.AddedName is { } added ? added.Json.Length : new JsonSlice(Origin.Index, member.Row).QuotedLength;
            bytes += isUnread ? member.OriginalValue(Origin.Index).QuotedLength : (member.Node as ScalarNode)?.QuotedLength ?? 2;
            bytes += ":,".Length;
            count++;
        }
        return (bytes, count);
    }

    /// <summary>An upper bound of the bytes that <see cref="CountJsonBytes"/> counts, which takes less time.</summary>
    public int MaxJsonBytes()
    {
        var members = Members.All;
        // A number gets quotes.
        var bytes = Origin.Exists ? Origin.Raw.Length + "\"\"".Length * members.Length : 0;
        for (var i = 0; i < members.Length; i++)
        {
            if (BlockAt(i) is { } block)
            {
                bytes += block.MaxJsonBytes;
                i += block.Count - 1;
            }
            else if (members[i].IsAdded || members[i].IsReplaced)
            {
                bytes += members[i].MaxAddedBytes;
            }
        }
        return bytes;
    }

    /// <summary>The block of members that begins at a position; null when there is none, or it is not unchanged.</summary>
    private MemberBlock? BlockAt(int position) =>
        Members.All[position].AddedName?.Block is { } block && block.IsAt(Members.All[position..]) ? block : null;

    private protected override void WriteEdited(Utf8Buffer output, JsonLayout layout)
    {
        var writer = new EditedJsonWriter(output, Origin, "{}"u8, layout);
        var members = Members.All;
        for (var i = 0; i < members.Length; i++)
        {
            ref var member = ref members[i];
            if (writer.Inner.IsOneLine && BlockAt(i) is { } block)
            {
                writer.BeginAppended();
                output.Write(block.Json);
                i += block.Count - 1;
            }
            else if (member.IsAdded)
            {
                if (member.IsRemoved) continue;
                writer.BeginAppended();
                member.WriteTo(output, writer.Inner);
            }
            else if (member.IsRemoved)
            {
                writer.Remove(member.OriginalValue(Origin.Index));
            }
            else if (member.IsReplaced || member.Node is { IsEdited: true })
            {
                writer.Replace(member.OriginalValue(Origin.Index), member.Node!);
            }
            else if (Members.HasRemoved)
            {
                writer.Keep(member.OriginalValue(Origin.Index));
            }
        }
        writer.Close();
    }
}
