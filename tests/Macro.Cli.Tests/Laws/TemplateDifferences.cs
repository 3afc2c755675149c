using System.Text.Json;
using JsonPath = Macro.Json.JsonPath;

namespace Macro.Cli.Tests.Laws;

/// <summary>What differs between two templates, found without the code that is tested.</summary>
internal static class TemplateDifferences
{
    /// <summary>
    /// The paths of the values that differ. A list whose length changes is one place; so is a value that is no longer of the same kind.
    /// <c>AWS::NoValue</c> is no value.
    /// </summary>
    public static IEnumerable<(JsonPath Path, bool HasParts)> Between(JsonElement? before, JsonElement? after, JsonPath path)
    {
        (before, after) = (Present(before), Present(after));
        if (before is { ValueKind: JsonValueKind.Object } || after is { ValueKind: JsonValueKind.Object })
        {
            var (old, now) = (Members(before), Members(after));
            if (old is not null && now is not null && old.Count + now.Count > 0)
            {
                return old.Keys.Union(now.Keys).SelectMany(name => Between(
                    old.TryGetValue(name, out var first) ? first : null, now.TryGetValue(name, out var second) ? second : null,
                    path.Append(name)));
            }
        }
        if (before is { ValueKind: JsonValueKind.Array } list && after is { ValueKind: JsonValueKind.Array } other
            && list.GetArrayLength() == other.GetArrayLength())
        {
            return Enumerable.Range(0, list.GetArrayLength()).SelectMany(i => Between(list[i], other[i], path.Append(i)));
        }
        return before is null && after is null || before is { } a && after is { } b && JsonElement.DeepEquals(a, b)
            ? []
            : [(path, before is not null && after is not null || after is { ValueKind: JsonValueKind.Array })];
    }

    private static JsonElement? Present(JsonElement? value) => value is { ValueKind: JsonValueKind.Object } call
        && call.TryGetProperty("Ref", out var name) && name.ValueEquals("AWS::NoValue") ? null : value;

    /// <summary>The members of an object, none of a value that is missing; null for another kind of value.</summary>
    private static Dictionary<string, JsonElement>? Members(JsonElement? value) => value is not { } present ? []
        : present.ValueKind == JsonValueKind.Object ? present.EnumerateObject().ToDictionary(member => member.Name, member => member.Value)
        : null;
}
