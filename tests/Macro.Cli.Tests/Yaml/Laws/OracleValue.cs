using System.Globalization;
using System.Text.Json;

namespace Macro.Cli.Tests.Yaml.Laws;

/// <summary>Compares JSON with an answer of the independent readers, where a number is an object with its spelling.</summary>
internal static class OracleValue
{
    /// <summary>Whether the values are equal, including the order of members. Numbers are compared by value.</summary>
    public static bool AreEqual(JsonElement json, JsonElement answer) => json.ValueKind switch
    {
        JsonValueKind.Object => answer.ValueKind == JsonValueKind.Object && json.EnumerateObject().SequenceEqual(
            answer.EnumerateObject(), EqualityComparer<JsonProperty>.Create((left, right) =>
                left.Name == right.Name && AreEqual(left.Value, right.Value))),
        JsonValueKind.Array => answer.ValueKind == JsonValueKind.Array && json.GetArrayLength() == answer.GetArrayLength()
            && json.EnumerateArray().Zip(answer.EnumerateArray()).All(pair => AreEqual(pair.First, pair.Second)),
        JsonValueKind.Number => answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("number", out var number)
            && Value(json.GetRawText()) == Value(number.GetString()!),
        JsonValueKind.String => answer.ValueKind == JsonValueKind.String && json.GetString() == answer.GetString(),
        _ => json.ValueKind == answer.ValueKind,
    };

    private static double Value(string spelling) => double.Parse(spelling, CultureInfo.InvariantCulture);
}
