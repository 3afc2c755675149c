using System.Text.Json;
using System.Text.Json.Nodes;
using Macro.Json;

namespace Macro.Core.Tests.Laws;

/// <summary>
/// A template as plain JSON values, apart from the code that is tested: changes are made in it by their paths, and two are compared
/// whatever the order of members.
/// </summary>
internal sealed class TemplateModel(string json)
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1000 };
#pragma warning disable RS0030 // JsonNode is banned for its speed. The model checks Macro.Json, so it must not be built on it.
    private readonly JsonObject _root = (JsonObject)JsonNode.Parse(json, documentOptions: Deep)!;

    /// <summary>The compact text of a value; null for none and for <c>AWS::NoValue</c>.</summary>
    public static string? Text(Node? node) => node is null ? null : Text(JsonNode.Parse(node.ToString(), documentOptions: Deep));

    /// <summary>The value at a path; null where there is none.</summary>
    public string? At(JsonPath path)
    {
        JsonNode? node = _root;
        foreach (var (name, index) in path.Segments)
        {
            node = (node, name) switch
            {
                (JsonObject members, { } member) => members[member],
                (JsonArray items, null) when index < items.Count => items[index],
                _ => null,
            };
        }
        return Text(node);
    }

    /// <summary>Sets the value at a path, or removes it (null); objects and lists on the way are made where they are missing.</summary>
    public void Set(JsonPath path, Node? value) =>
        Set(_root, path.Segments, value is null ? null : JsonNode.Parse(value.ToString(), documentOptions: Deep));

    /// <summary>Compares, but for the report of the macro and for the values at some paths.</summary>
    public void ShouldBe(TemplateModel other, IReadOnlySet<string> ignored)
    {
        var differences = new List<string>();
        Compare(_root, other._root, JsonPath.Root, ignored, differences);
        differences.ShouldBeEmpty();
    }

    private static void Set(JsonNode parent, IReadOnlyList<PathSegment> path, JsonNode? value)
    {
        for (var i = 0; i < path.Count - 1; i++) parent = Child(parent, path[i], isObject: path[i + 1].Name is not null);
        var (name, index) = path[^1];
        if (name is not null && value is null) ((JsonObject)parent).Remove(name);
        else if (name is not null) ((JsonObject)parent)[name] = value;
        else if (index == ((JsonArray)parent).Count) ((JsonArray)parent).Add(value);
        else ((JsonArray)parent)[index] = value;
    }

    private static JsonNode Child(JsonNode parent, PathSegment segment, bool isObject)
    {
        var child = segment.Name is { } name ? parent[name] : parent[segment.Index];
        var isMissing = child is null || isObject ? child is not JsonObject || IsNoValue(child) : child is not JsonArray;
        if (!isMissing) return child!;
        JsonNode made = isObject ? new JsonObject() : new JsonArray();
        if (segment.Name is { } member) parent[member] = made;
        else parent[segment.Index] = made;
        return made;
    }

    private static void Compare(JsonNode? a, JsonNode? b, JsonPath path, IReadOnlySet<string> ignored, List<string> differences)
    {
        if (ignored.Contains(path.ToString()) || path.Segments is [{ Name: "Metadata" }, { Name: "DatadogServerless" }]) return;
        if (a is JsonObject first && b is JsonObject second)
        {
            foreach (var name in first.Concat(second).Select(member => member.Key).Distinct())
            {
                // The report may be all that there is of the metadata.
                if (path.IsRoot && name == "Metadata" && first[name] is null && second[name] is JsonObject { Count: 1 }) continue;
                Compare(first[name], second[name], path.Append(name), ignored, differences);
            }
        }
        else if (a is JsonArray { Count: var count } list && b is JsonArray others && others.Count == count)
        {
            for (var i = 0; i < count; i++) Compare(list[i], others[i], path.Append(i), ignored, differences);
        }
        else if (a?.ToJsonString() != b?.ToJsonString())
        {
            differences.Add($"{path}: {a?.ToJsonString()} is not {b?.ToJsonString()}");
        }
    }

    private static string? Text(JsonNode? node) => node is null || IsNoValue(node) ? null : node.ToJsonString();

    private static bool IsNoValue(JsonNode node) => node is JsonObject { Count: 1 } call && call["Ref"]?.ToString() == "AWS::NoValue";
#pragma warning restore RS0030
}
