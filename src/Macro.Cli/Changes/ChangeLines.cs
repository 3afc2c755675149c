using Macro.CloudFormation.Intrinsics;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Cli.Changes;

/// <summary>Formats recorded changes as human-readable lines: layers one by one, new objects member by member, secrets masked.</summary>
internal sealed class ChangeLines(Secrets secrets)
{
    private const string Edited = $"{ValueText.Mask} (changed)";

    /// <summary>The lines of a change, at least one; several where a whole list or object is new.</summary>
    public IEnumerable<ChangeLine> Of(Change change)
    {
        var (before, after) = (Present(change.Before), Present(change.After));
        return Of(change, before, after).DefaultIfEmpty(Line(change, Text(before), Text(after)))
            .Select(line => line.Paths.Count > 0 ? line : line with { Paths = [PathOf(change)] });
    }

    /// <summary>The lines of a change outside of <c>Resources</c>, named after its place in the section.</summary>
    public IEnumerable<ChangeLine> OfSection(Change change)
    {
        if (change is { Path.Segments: [{ Name: { } section }], Before: null, After: ObjectNode added })
        {
            return added.Select(member => Member(JsonPath.Create(section, member.Key), null, member.Value));
        }
        return [Member(change.Path, Present(change.Before), Present(change.After))];

        ChangeLine Member(JsonPath path, Node? before, Node? after)
        {
            var name = JsonPath.Create([.. path.Segments.Skip(1).TakeWhile(segment => !IsFunction(segment.Name))]);
            return new(change.Kind, $"{name}", Text(before), Text(after)) { Paths = [path] };
        }
    }

    private IEnumerable<ChangeLine> Of(Change change, Node? before, Node? after) => change.Kind switch
    {
        ChangeKind.Layer => Layers(before, after),
        ChangeKind.Tag when before is ArrayNode || after is ArrayNode => TagList(before, after),
        ChangeKind.Tag => [Line(change, TagValue(before), TagValue(after))],
        ChangeKind.Policy => [Line(change, Policy(before), Policy(after))],
        ChangeKind.Variable => [Line(change, Variable(before, change.IsBeforeSecret), Variable(change, after))],
        ChangeKind.Resource => [Line(change, TypeOf(before), TypeOf(after))],
        ChangeKind.Tracing or ChangeKind.Logging or ChangeKind.Property => Members(change, change.Name, change.Path, before, after),
        _ => [Line(change, Text(before), Text(after))],
    };

    private ChangeLine Line(Change change, string? before, string? after) => new(change.Kind, Masked(change.Name), before, after);

    private string? Text(Node? node) => node is null ? null : ValueText.Of(node, secrets);

    private string? Masked(string? name) => name is not null && secrets.AreIn(name) ? ValueText.Mask : name;

    private string? Variable(Node? value, bool isSecret) => value is null ? null : isSecret ? ValueText.Mask : Text(value);

    private string? Variable(Change change, Node? after) =>
        after is null ? null : !change.IsAfterSecret ? Text(after) : change.Before is null ? ValueText.Mask : Edited;

    /// <summary>Layers that were added, replaced by another version, or removed.</summary>
    private IEnumerable<ChangeLine> Layers(Node? before, Node? after)
    {
        var (old, now) = (Items(before).Select(Text).ToList(), Items(after).Select(Text).ToList());
        var gone = old.Except(now).ToList();
        foreach (var layer in now.Except(old))
        {
            var replaced = gone.Find(candidate => WithoutVersion(candidate!) == WithoutVersion(layer!));
            if (replaced is not null) gone.Remove(replaced);
            yield return new(ChangeKind.Layer, null, replaced, layer);
        }
        foreach (var layer in gone) yield return new(ChangeKind.Layer, null, layer, null);
    }

    /// <summary>
    /// Returns the items of a list. To append to an expression, the macro builds a list with <c>Fn::Split</c> over <c>Fn::Join</c>.
    /// </summary>
    private static IEnumerable<Node> Items(Node? node) => node switch
    {
        null => [],
        ArrayNode list => list.SelectMany(Items),
        _ when Argument(node, "Fn::Split"u8) is { } text => Items(text),
        _ when Argument(node, "Fn::Join"u8) is { } list => Items(list),
        _ => [node],
    };

    private static Node? Argument(Node node, ReadOnlySpan<byte> function) =>
        Intrinsic.Argument(node, function) is ArrayNode { Count: 2 } call && call[0].Text == "," ? call[1] : null;

    private static string WithoutVersion(string arn) => arn.LastIndexOf(':') is var colon and > 0 ? arn[..colon] : arn;

    private IEnumerable<ChangeLine> TagList(Node? before, Node? after)
    {
        var (old, now) = (Tags(before), Tags(after));
        return old.Where(tag => now.GetValueOrDefault(tag.Key) != tag.Value)
            .Select(tag => new ChangeLine(ChangeKind.Tag, Masked(tag.Key), tag.Value, now.GetValueOrDefault(tag.Key)))
            .Concat(now.Where(tag => !old.ContainsKey(tag.Key))
                .Select(tag => new ChangeLine(ChangeKind.Tag, Masked(tag.Key), null, tag.Value)));
    }

    private Dictionary<string, string?> Tags(Node? list) => (list as ArrayNode ?? []).OfType<ObjectNode>()
        .GroupBy(tag => Text(tag["Key"u8]) ?? "").ToDictionary(tags => tags.Key, tags => TagValue(tags.First()));

    /// <summary>The value of a tag, in CloudFormation's form or in SAM's.</summary>
    private string? TagValue(Node? tag) => tag is ObjectNode item && item.Contains("Key"u8) ? Text(item["Value"u8]) : Text(tag);

    /// <summary>Returns the actions of one or several policies; of a policy without actions, its text.</summary>
    private string? Policy(Node? policy)
    {
        if (policy is ArrayNode list && list.All(item => item is ObjectNode)) return string.Join(", ", list.Select(Policy));
        if (policy is not ObjectNode members) return Text(policy);
        var statements = Items((members["PolicyDocument"u8] as ObjectNode ?? members)["Statement"u8]).OfType<ObjectNode>();
        var actions = string.Join(", ", statements.SelectMany(statement => Items(statement["Action"u8])).Select(Text));
        return actions.Length > 0 ? actions : Text(policy);
    }

    private string? TypeOf(Node? resource) => resource is ObjectNode body ? Text(body["Type"u8]) ?? "" : null;

    /// <summary>A new object is listed member by member.</summary>
    private IEnumerable<ChangeLine> Members(Change change, string? name, JsonPath path, Node? before, Node? after) =>
        before is null && after is ObjectNode { Count: > 0 } members && !Intrinsic.Is(members)
            ? members.SelectMany(member => Members(change, $"{name}.{member.Key}", path.Append(member.Key), null, member.Value))
            : [new ChangeLine(change.Kind, Masked(name), Text(before), Text(after)) { Paths = [path] }];

    private static bool IsFunction(string? name) => name is "Ref" || name?.StartsWith("Fn::", StringComparison.Ordinal) == true;

    /// <summary>The path; a name that comes from the settings, such as that of a tag, may be a secret.</summary>
    private JsonPath PathOf(Change change) => Masked(change.Name) == change.Name
        ? change.Path
        : JsonPath.Create([.. change.Path.Segments.Select(segment => segment.Name == change.Name ? ValueText.Mask : segment)]);

    private static Node? Present(Node? node) => Intrinsic.IsNoValue(node) ? null : node;
}
