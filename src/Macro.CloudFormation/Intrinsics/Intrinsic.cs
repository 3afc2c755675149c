using Macro.Json;

namespace Macro.CloudFormation.Intrinsics;

/// <summary>Recognizes and creates intrinsic functions.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html</remarks>
public static class Intrinsic
{
    /// <summary>The pseudo parameter that removes a property if it is the value of the selected <c>Fn::If</c> branch.</summary>
    public const string NoValue = "AWS::NoValue";

    private static readonly MemberName NoValueName = NoValue;
    private static readonly MemberName Ref = "Ref";
    private static readonly MemberName Sub = "Fn::Sub";
    private static readonly MemberName Select = "Fn::Select";
    private static readonly MemberName IfName = "Fn::If";
    private static readonly MemberName Join = "Fn::Join";

    /// <summary>Whether the value is an object with the one key <c>Ref</c>, <c>Condition</c> or <c>Fn::…</c>.</summary>
    public static bool Is(Node? node) => node is ObjectNode call && IsName(call.SingleNameUtf8);

    /// <summary>The function's name; null for a plain value.</summary>
    public static string? Name(Node? node) => node is ObjectNode call && IsName(call.SingleNameUtf8) ? call.SingleName : null;

    private static bool IsName(ReadOnlySpan<byte> name) =>
        name.StartsWith("Fn::"u8) || name.SequenceEqual("Ref"u8) || name.SequenceEqual("Condition"u8);

    /// <summary>Returns the argument if the value is a call of the named function; otherwise null.</summary>
    public static Node? Argument(Node? node, ReadOnlySpan<byte> name) => node is ObjectNode { IsSingle: true } call ? call[name] : null;

    /// <summary>Whether the value is <c>Ref: AWS::NoValue</c>.</summary>
    public static bool IsNoValue(Node? node) => node is ObjectNode { IsSingle: true } call && call.TextEquals("Ref"u8, NoValueName) is true;

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
    public static bool Mentions(Node node, Func<string, bool> predicate) =>
        Mentions(node, predicate, static (text, predicate) => predicate(text));

    /// <summary>Like the other overload, with a state for the predicate, which then needs no closure.</summary>
    /// <typeparam name="TState">The type of the state.</typeparam>
    public static bool Mentions<TState>(Node node, TState state, Func<string, TState, bool> predicate)
        where TState : class
    {
        if (node is ArrayNode array)
        {
            foreach (var item in array)
            {
                if (Mentions(item, state, predicate)) return true;
            }
        }
        else if (node is ObjectNode @object)
        {
            foreach (var value in @object.Values)
            {
                if (Mentions(value, state, predicate)) return true;
            }
        }
        return node.Text is { } text && predicate(text, state);
    }

    /// <summary>Whether a value equals another value, or contains it.</summary>
    public static bool Contains(Node node, Node value) => value.IsSameAs(node) || node switch
    {
        ArrayNode array => array.Any(item => Contains(item, value)),
        ObjectNode @object => @object.Values.Any(member => Contains(member, value)),
        _ => false,
    };
}
