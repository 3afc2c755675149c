using Macro.Json;

namespace Macro.CloudFormation.Intrinsics;

/// <summary>Tells intrinsic functions from plain values, and makes those that we write.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html</remarks>
internal static class Intrinsic
{
    public const string NoValue = "AWS::NoValue";

    /// <summary>Whether the value is an object with the one key <c>Ref</c>, <c>Condition</c> or <c>Fn::…</c>.</summary>
    public static bool Is(Node? node) => Name(node) is not null;

    /// <summary>The function's name; null for a plain value.</summary>
    public static string? Name(Node? node) =>
        node is ObjectNode { SingleName: { } name } && (name is "Ref" or "Condition" || name.StartsWith("Fn::", StringComparison.Ordinal))
            ? name
            : null;

    /// <summary>What the named function is called with; null when the value is not that function.</summary>
    public static Node? Argument(Node? node, ReadOnlySpan<byte> name) => node is ObjectNode { IsSingle: true } call ? call[name] : null;

    public static bool IsNoValue(Node? node) => node is ObjectNode { IsSingle: true } call && call.TextOf("Ref"u8) == NoValue;

    /// <summary>Condition and both branches of an <c>Fn::If</c>; null when the value is none.</summary>
    public static ArrayNode? If(Node? node) => Argument(node, "Fn::If"u8) is ArrayNode { Count: 3 } call ? call : null;

    public static ObjectNode MakeRef(string name) => new() { { "Ref", name } };

    public static ObjectNode MakeSub(string template) => new() { { "Fn::Sub", template } };

    public static ObjectNode MakeFirst(Node list) => new() { { "Fn::Select", new ArrayNode { "0", list } } };

    public static ObjectNode MakeIf(Node condition, Node then, Node otherwise) => new() { { "Fn::If", new ArrayNode { condition, then, otherwise } } };

    public static ObjectNode MakeJoin(string separator, params IEnumerable<Node> parts) => MakeJoin(separator, (Node)ArrayNode.From(parts));

    public static ObjectNode MakeJoin(string separator, Node list) => new() { { "Fn::Join", new ArrayNode { separator, list } } };

    /// <summary>Whether the text stands as a string anywhere in the value.</summary>
    public static bool Mentions(Node node, Func<string, bool> predicate) => node switch
    {
        ScalarNode scalar => scalar.Text is { } text && predicate(text),
        ArrayNode array => array.Any(item => Mentions(item, predicate)),
        ObjectNode @object => @object.Values.Any(value => Mentions(value, predicate)),
        _ => false,
    };

    /// <summary>Whether the same value stands anywhere in a value, or is it.</summary>
    public static bool Contains(Node node, Node value) => value.IsSameAs(node) || node switch
    {
        ArrayNode array => array.Any(item => Contains(item, value)),
        ObjectNode @object => @object.Values.Any(member => Contains(member, value)),
        _ => false,
    };
}
