using System.Globalization;
using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Intrinsics;
using Macro.Json;

namespace Macro.Cli.LanguageExtensions;

/// <summary>Evaluates <c>Fn::Length</c>, <c>Fn::ToJsonString</c> and <c>Fn::FindInMap</c> with a default, where values are known.</summary>
internal sealed class ListFunctions(Evaluator evaluator)
{
    /// <summary>Returns the value of a call of one of these functions; the node itself if it is another value, or not known.</summary>
    public Node Evaluate(ObjectNode node) => node.SingleMember switch
    {
        { Key: "Fn::Length", Value: var list } => (Node?)Length(list) ?? node,
        { Key: "Fn::ToJsonString", Value: var value } when value is not ScalarNode => Known(value)?.ToString() is { } json ? json : node,
        { Key: "Fn::FindInMap", Value: ArrayNode { Count: 4 } call } => FindInMap(call) ?? node,
        _ => node,
    };

    private ScalarNode? Length(Node list) => (list is ArrayNode items ? items.Count : evaluator.Texts(list)?.Count) is { } count
        ? ScalarNode.FromJson(count.ToString(CultureInfo.InvariantCulture))
        : null;

    private Node? FindInMap(ArrayNode call)
    {
        if (call.Take(3).Any(part => evaluator.Text(part) is null)) return null;
        var standard = (call[3] as ObjectNode)?["DefaultValue"u8];
        var path = ArrayNode.From(call.Take(3).Select(part => (Node)evaluator.Text(part)!));
        return evaluator.Evaluate(new ObjectNode { { "Fn::FindInMap", path } })?.Detach() ?? standard;
    }

    /// <summary>The value without intrinsic functions; null when one is not known.</summary>
    private Node? Known(Node node)
    {
        switch (Intrinsic.Is(node) ? evaluator.Evaluate(node) : node)
        {
            case ScalarNode scalar:
                return scalar;
            case ArrayNode list:
                var items = list.Select(Known).ToList();
                return items.Contains(null) ? null : ArrayNode.From(items!);
            case ObjectNode members:
                var known = new ObjectNode();
                foreach (var (name, member) in members)
                {
                    if (Known(member) is not { } value) return null;
                    known.Add(name, value);
                }
                return known;
            default:
                return null;
        }
    }
}
