using System.Text.Json;
using Macro.Cli.Yaml.Source;

namespace Macro.Cli.Yaml.Emit;

/// <summary>Pairs the items of a changed list with the items of the list before the change.</summary>
internal static class ItemPairs
{
    /// <summary>
    /// Pairs equal items at both ends of the lists, then the changed items between them in order. The rest is new or removed.
    /// </summary>
    /// <returns>Each item of the list after, with the index and value of its partner before; null for new ones.</returns>
    public static IEnumerable<((int Index, JsonElement Item)? Old, JsonElement New)> Match(JsonElement before, JsonElement after)
    {
        JsonElement[] old = [.. before.EnumerateArray()], items = [.. after.EnumerateArray()];
        var shorter = Math.Min(old.Length, items.Length);
        var head = 0;
        while (head < shorter && CanonicalJson.AreEqual(old[head], items[head]))
            head++;
        var tail = 0;
        while (tail < shorter - head && CanonicalJson.AreEqual(old[^(tail + 1)], items[^(tail + 1)]))
            tail++;
        for (var index = 0; index < items.Length; index++)
        {
            var partner = index >= items.Length - tail ? index - items.Length + old.Length : index < old.Length - tail ? index : -1;
            yield return (partner < 0 ? null : (partner, old[partner]), items[index]);
        }
    }
}
