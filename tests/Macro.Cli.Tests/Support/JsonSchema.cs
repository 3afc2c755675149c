using System.Text.Json;
using System.Text.RegularExpressions;

namespace Macro.Cli.Tests.Support;

/// <summary>Compares JSON with a schema. Knows the keywords that the schemas in docs use, and throws for any other.</summary>
internal sealed class JsonSchema(JsonElement root)
{
    private static readonly string[] Notes = ["$schema", "$defs", "title", "description", "default"];

    /// <summary>Reads a schema of docs.</summary>
    public static JsonSchema Read(string name) => new(JsonDocument.Parse(File.ReadAllText(Repository.PathOf($"docs/{name}"))).RootElement);

    /// <summary>What is wrong with a JSON text, one line for each place.</summary>
    public IReadOnlyList<string> Problems(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. Check(document.RootElement, root, "$")];
    }

    private IEnumerable<string> Check(JsonElement value, JsonElement schema, string path) =>
        schema.EnumerateObject().Where(keyword => !Notes.Contains(keyword.Name)).SelectMany(keyword => Check(value, schema, keyword, path));

    private IEnumerable<string> Check(JsonElement value, JsonElement schema, JsonProperty keyword, string path) => keyword.Name switch
    {
        "$ref" => Check(value, root.GetProperty("$defs").GetProperty(keyword.Value.GetString()!["#/$defs/".Length..]), path),
        "anyOf" => If(!keyword.Value.EnumerateArray().Any(option => !Check(value, option, path).Any()), $"{path} fits no option"),
        "oneOf" => If(keyword.Value.EnumerateArray().Count(option => !Check(value, option, path).Any()) != 1, $"{path} fits no option"),
        "type" => If(!Types(keyword.Value).Contains(TypeOf(value)), $"{path} is not of type {keyword.Value}"),
        "enum" => If(!keyword.Value.EnumerateArray().Any(option => JsonElement.DeepEquals(option, value)), $"{path} is {value}"),
        "pattern" => If(
            value.ValueKind == JsonValueKind.String && !Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!),
            $"{path} is {value}"),
        "minimum" => If(value.ValueKind == JsonValueKind.Number && value.GetInt64() < keyword.Value.GetInt64(), $"{path} is {value}"),
        "required" => keyword.Value.EnumerateArray()
            .Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{path} has no {name}"),
        "items" => Items(value).SelectMany((item, i) => Check(item, keyword.Value, $"{path}[{i}]")),
        "properties" => Members(value).SelectMany(member =>
            keyword.Value.TryGetProperty(member.Name, out var property) ? Check(member.Value, property, $"{path}.{member.Name}") : []),
        "propertyNames" => Members(value).SelectMany(member =>
            Check(JsonDocument.Parse($"\"{JsonEncodedText.Encode(member.Name)}\"").RootElement, keyword.Value, $"{path}.{member.Name}")),
        "additionalProperties" when keyword.Value.ValueKind == JsonValueKind.False => Members(value)
            .Where(member => !schema.GetProperty("properties").TryGetProperty(member.Name, out _))
            .Select(member => $"{path} has {member.Name}"),
        "additionalProperties" => Members(value).SelectMany(member => Check(member.Value, keyword.Value, $"{path}.{member.Name}")),
        _ => throw new NotSupportedException(keyword.Name),
    };

    private static IEnumerable<string?> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(name => name.GetString()) : [type.GetString()];

    private static List<JsonElement> Items(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [];

    private static List<JsonProperty> Members(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? [.. value.EnumerateObject()] : [];

    private static IEnumerable<string> If(bool isWrong, string problem) => isWrong ? [problem] : [];

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };
}
