using Macro.Json;

namespace Macro.CloudFormation.Intrinsics;

/// <summary>Recognizes and creates intrinsic functions.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html</remarks>
public static class Intrinsic
{
    /// <summary>The pseudo parameter that removes a property if it is the value of the selected <c>Fn::If</c> branch.</summary>
    public const string NoValue = "AWS::NoValue";

    private static readonly MemberName Ref = "Ref";
    private static readonly MemberName Sub = "Fn::Sub";
    private static readonly MemberName Select = "Fn::Select";
    private static readonly MemberName IfName = "Fn::If";
    private static readonly MemberName Join = "Fn::Join";

    /// <summary>Whether the value is an object with the one key <c>Ref</c>, <c>Condition</c> or <c>Fn::…</c>.</summary>
    public static bool Is(Node? node) => Name(node) is not null;

    /// <summary>The function's name; null for a plain value.</summary>
    public static string? Name(Node? node) =>
        node is ObjectNode { SingleName: { } name } && (name is "Ref" or "Condition" || name.StartsWith("Fn::", StringComparison.Ordinal))
            ? name
            : null;

    /// <summary>Returns the argument if the value is a call of the named function; otherwise null.</summary>
    public static Node? Argument(Node? node, ReadOnlySpan<byte> name) => node is ObjectNode { IsSingle: true } call ? call[name] : null;

    /// <summary>Whether the value is <c>Ref: AWS::NoValue</c>.</summary>
    public static bool IsNoValue(Node? node) => node is ObjectNode { IsSingle: true } call && call.TextOf("Ref"u8) == NoValue;

    /// <summary>Returns the condition and both branches if the value is an <c>Fn::If</c>; otherwise null.</summary>
    public static ArrayNode? If(Node? node) => Argument(node, "Fn::If"u8) is ArrayNode { Count: 3 } call ? call : null;

    /// <summary>Creates a <c>Ref</c>.</summary>
    public static ObjectNode MakeRef(string name) => new() { { Ref, name } };

    /// <summary>Creates an <c>Fn::Sub</c> of a text.</summary>
    public static ObjectNode MakeSub(string template) => new() { { Sub, template } };

    /// <summary>Creates an <c>Fn::Select</c> of the first item of a list.</summary>
    public static ObjectNode MakeFirst(Node list) => new() { { Select, new ArrayNode { "0", list } } };

    /// <summary>Creates an <c>Fn::If</c>.</summary>
    public static ObjectNode MakeIf(Node condition, Node then, Node otherwise) =>
        new() { { IfName, new ArrayNode { condition, then, otherwise } } };

    /// <summary>Creates an <c>Fn::Join</c> of these parts.</summary>
    public static ObjectNode MakeJoin(string separator, params IEnumerable<Node> parts) =>
        MakeJoin(separator, (Node)ArrayNode.From(parts));

    /// <summary>Creates an <c>Fn::Join</c> of a list, which may be an expression.</summary>
    public static ObjectNode MakeJoin(string separator, Node list) => new() { { Join, new ArrayNode { separator, list } } };

    /// <summary>Whether the value is or contains a string that satisfies the predicate; member names are not tested.</summary>
    public static bool Mentions(Node node, Func<string, bool> predicate) => node switch
    {
        ScalarNode scalar => scalar.Text is { } text && predicate(text),
        ArrayNode array => array.Any(item => Mentions(item, predicate)),
        ObjectNode @object => @object.Values.Any(value => Mentions(value, predicate)),
        _ => false,
    };

    /// <summary>Whether a value equals another value, or contains it.</summary>
    public static bool Contains(Node node, Node value) => value.IsSameAs(node) || node switch
    {
        ArrayNode array => array.Any(item => Contains(item, value)),
        ObjectNode @object => @object.Values.Any(member => Contains(member, value)),
        _ => false,
    };
}
