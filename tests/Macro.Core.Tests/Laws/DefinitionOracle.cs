using System.Text;
using System.Text.Json;
using Macro.CloudFormation.Intrinsics;
using Macro.Core.StepFunctions.Definitions;
using Macro.Core.Tests.Support;
using Macro.Json;

namespace Macro.Core.Tests.Laws;

/// <summary>Finds which states of a definition differ, by comparing the definition before and after.</summary>
internal static class DefinitionOracle
{
    private static readonly string[] Properties = ["Definition", "DefinitionString"];
    private static readonly string[] Nested = ["ItemProcessor", "Iterator", "Branches"];

    /// <summary>Names of the states that differ between two templates, each once.</summary>
    public static IReadOnlyList<string> EditedStates(string before, string after, string logicalId)
    {
        var (old, now) = (States(before, logicalId), States(after, logicalId));
        return [.. now.Except(old).Select(state => state.Name).Distinct()];
    }

    private static List<(string Name, string Fields)> States(string template, string logicalId)
    {
        var resources = (ObjectNode)JsonText.ReadObject(template)["Resources"]!;
        if ((resources[logicalId] as ObjectNode)?["Properties"] is not ObjectNode properties) return [];
        var substitutions = properties["DefinitionSubstitutions"] as ObjectNode;
        return [.. Properties.SelectMany(name => ConditionalValue.Leaves(properties[name]))
            .OfType<Node>().SelectMany(definition => States(definition, substitutions))];
    }

    private static IEnumerable<(string, string)> States(Node definition, ObjectNode? substitutions)
    {
        var literal = Intrinsic.Argument(definition, "Fn::ToJsonString"u8) ?? definition;
        if (literal is ObjectNode root && !Intrinsic.Is(root)) return Walk(root, name => name);
        if (TextForm.Parse(definition, substitutions) is not { } form || Placeholders.Create([.. form.Read()]) is not { } text) return [];
        try
        {
            var parsed = Node.Create(JsonIndex.Read(Encoding.UTF8.GetBytes(text.Json), 1000).Root) as ObjectNode;
            return parsed is null ? [] : [.. Walk(parsed, text.Show)];
        }
        catch (Exception exception) when (exception is JsonException or DuplicateKeyException)
        {
            return [];
        }
    }

    /// <summary>Each state with its own fields, at any depth.</summary>
    private static IEnumerable<(string, string)> Walk(ObjectNode parent, Func<string, string> show)
    {
        if (parent["States"] is not ObjectNode states) yield break;
        foreach (var (name, node) in states)
        {
            if (node is not ObjectNode body) continue;
            var fields = body.ToLookup(field => Nested.Contains(field.Key));
            yield return (show(name), string.Concat(fields[false].Select(field => $"{field.Key}:{field.Value}")));
            var inner = fields[true].SelectMany(field => field.Value as IEnumerable<Node> ?? [field.Value]);
            foreach (var state in inner.OfType<ObjectNode>().SelectMany(child => Walk(child, show))) yield return state;
        }
    }
}
