using Macro.CloudFormation.Intrinsics;
using Macro.Json;

namespace Macro.Cli.Changes;

/// <summary>Compares a resource with what the macro made of it.</summary>
internal static class ResourceComparison
{
    /// <summary>Every difference, those of a kind together, in the order of the resource after the transform.</summary>
    public static IReadOnlyList<Change> Compare(ObjectNode before, ObjectNode after) =>
    [
        .. Members(before, after).SelectMany(member => member is { Name: "Properties", Before: ObjectNode old, After: ObjectNode now }
            ? Members(old, now).SelectMany(property => OfProperty(property, now["DefinitionSubstitutions"u8] as ObjectNode))
            : Deep(ChangeKind.Property, member)).OrderBy(change => change.Kind),
    ];

    private static IEnumerable<Change> OfProperty(Difference property, ObjectNode? substitutions)
    {
        var (before, after) = (property.Before, property.After);
        List<Change> changes = property.Name switch
        {
            "Layers" => [.. Layers(before, after)],
            "Handler" => [new Change(ChangeKind.Handler, null, ValueText.OfOptional(before), ValueText.OfOptional(after))],
            "Environment" => [.. NamedValue.Compare(ChangeKind.Variable, PropertyValues.Variables(before), PropertyValues.Variables(after))],
            "Tags" => [.. NamedValue.Compare(ChangeKind.Tag, PropertyValues.Tags(before), PropertyValues.Tags(after))],
            "Policies" => [.. NamedValue.Compare(ChangeKind.Policy, PropertyValues.Policies(before), PropertyValues.Policies(after))],
            "Definition" or "DefinitionString" => [.. StateComparison.Compare(before, after, substitutions)],
            "TracingConfig" or "Tracing" => [.. Deep(ChangeKind.Tracing, property)],
            "LoggingConfiguration" or "LoggingConfig" or "Logging" => [.. Deep(ChangeKind.Logging, property)],
            _ => [],
        };
        return changes.Count > 0 ? changes : Deep(ChangeKind.Property, property);
    }

    private static IEnumerable<Change> Layers(Node? before, Node? after) =>
        NamedValue.Compare(ChangeKind.Layer, PropertyValues.Layers(before), PropertyValues.Layers(after)).Select(layer => layer with { Name = null });

    /// <summary>The deepest members that differ; a new object is told member by member, a new item as a whole.</summary>
    private static IEnumerable<Change> Deep(ChangeKind kind, Difference difference) => difference switch
    {
        { Before: null or ObjectNode, After: ObjectNode now } when !Intrinsic.Is(difference.Before) && !Intrinsic.Is(now) && now.Count > 0 =>
            Members(difference.Before as ObjectNode ?? [], now).SelectMany(member => Deep(kind, member with { Name = $"{difference.Name}.{member.Name}" })),
        { Before: ArrayNode old, After: ArrayNode now } when old.Count <= now.Count =>
            now.Select((item, i) => new Difference($"{difference.Name}[{i}]", i < old.Count ? old[i] : null, item))
                .Where(item => item.IsReal).SelectMany(item => item.Before is null ? [item.AsChange(kind)] : Deep(kind, item)),
        _ => [difference.AsChange(kind)],
    };

    private static IEnumerable<Difference> Members(ObjectNode before, ObjectNode after) =>
        after.Select(member => new Difference(member.Key, before[member.Key], member.Value))
            .Concat(before.Where(member => after[member.Key] is null).Select(member => new Difference(member.Key, member.Value, null)))
            .Where(difference => difference.IsReal);

    private readonly record struct Difference(string Name, Node? Before, Node? After)
    {
        public bool IsReal => Before is null || After is null || !SameValue.Of(Before, After);

        public Change AsChange(ChangeKind kind) => new(kind, Name, ValueText.OfOptional(Before), ValueText.OfOptional(After));
    }
}
