using Macro.CloudFormation.Intrinsics;
using Macro.Json;

namespace Macro.Cli.Changes;

/// <summary>Takes properties of functions, state machines and roles apart, through every branch of <c>Fn::If</c>.</summary>
internal static class PropertyValues
{
    /// <summary>The value itself, or that of each branch; <c>AWS::NoValue</c> is none.</summary>
    public static IEnumerable<Node> Branches(Node? node)
    {
        if (node is null || Intrinsic.IsNoValue(node)) return [];
        return Intrinsic.If(node) is { } call ? [.. Branches(call[1]), .. Branches(call[2])] : [node];
    }

    /// <summary>Layer version ARNs by the ARN of their layer.</summary>
    public static IEnumerable<NamedValue> Layers(Node? layers) =>
        Items(layers).Select(ValueText.Of).Select(arn => new NamedValue(arn.LastIndexOf(':') is var colon and > 0 ? arn[..colon] : arn, arn));

    /// <summary>The variables of the property <c>Environment</c>.</summary>
    public static IEnumerable<NamedValue> Variables(Node? environment) => VariableMaps(environment)
        .SelectMany(variables => variables).Select(variable => new NamedValue(variable.Key, ValueText.Of(variable.Value)));

    /// <summary>The objects that the property <c>Environment</c> may have as <c>Variables</c>.</summary>
    public static IEnumerable<ObjectNode> VariableMaps(Node? environment) =>
        Branches(environment).OfType<ObjectNode>().SelectMany(branch => Branches(branch["Variables"u8])).OfType<ObjectNode>();

    /// <summary>Tags, as CloudFormation's list or as SAM's map.</summary>
    public static IEnumerable<NamedValue> Tags(Node? tags) => Branches(tags).SelectMany(branch => branch switch
    {
        ArrayNode list => Items(list).OfType<ObjectNode>().Select(tag => new NamedValue(TextOf(tag["Key"u8]), TextOf(tag["Value"u8]))),
        ObjectNode map => map.Select(tag => new NamedValue(tag.Key, ValueText.Of(tag.Value))),
        _ => [],
    });

    /// <summary>Policies by name; their value is what they allow.</summary>
    public static IEnumerable<NamedValue> Policies(Node? policies) => Items(policies).Select(policy => policy is ObjectNode members
        ? new NamedValue(members["PolicyName"u8]?.Text ?? "", Actions(members["PolicyDocument"u8] ?? members) ?? ValueText.Of(members))
        : new NamedValue("", ValueText.Of(policy)));

    /// <summary>The actions of a policy document; null when it has none.</summary>
    private static string? Actions(Node document)
    {
        var statements = Items((document as ObjectNode)?["Statement"u8]).OfType<ObjectNode>();
        var actions = string.Join(", ", statements.SelectMany(statement => Items(statement["Action"u8])).Select(ValueText.Of));
        return actions.Length > 0 ? actions : null;
    }

    /// <summary>The items of a list, also where the macro joined an expression with its own items by <c>Fn::Split</c> over <c>Fn::Join</c>.</summary>
    private static IEnumerable<Node> Items(Node? node) => Branches(node).SelectMany(branch => branch switch
    {
        ArrayNode list => list.SelectMany(Items),
        _ when ListOf(branch, "Fn::Split"u8) is { } text => Items(text),
        _ when ListOf(branch, "Fn::Join"u8) is { } list => Items(list),
        _ => [branch],
    });

    private static Node? ListOf(Node node, ReadOnlySpan<byte> function) =>
        Intrinsic.Argument(node, function) is ArrayNode { Count: 2 } call && call[0].Text == "," ? call[1] : null;

    private static string TextOf(Node? node) => node is null ? "" : ValueText.Of(node);
}
