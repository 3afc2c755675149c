using System.Text;

namespace Macro.Json;

/// <summary>Where each name of a large object stands, so that asking it for all its names is not quadratic.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, int> _places;

    /// <param name="members">The members of an object, of different names.</param>
    /// <param name="index">The text that they came with.</param>
    public NameTable(ReadOnlySpan<Member> members, JsonIndex? index)
    {
        _places = new Dictionary<string, int>(members.Length);
        for (var i = 0; i < members.Length; i++)
        {
            if (!members[i].IsRemoved && members[i].Name(index) is { } name) _places[name] = i;
        }
    }

    /// <summary>The place of a name; -1 when there is none.</summary>
    public int Find(ReadOnlySpan<byte> name) => _places.GetValueOrDefault(Encoding.UTF8.GetString(name), -1);

    public void Add(string name, int place) => _places[name] = place;
}
