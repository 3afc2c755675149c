using Macro.Core.Templates;

namespace Macro.Core.Functions;

/// <summary>Adds layers to the property <c>Layers</c>, whatever form it has.</summary>
internal sealed class LayerList(ObjectNode properties, Evaluator evaluator)
{
    /// <summary>Lambda's limit on the layers of a function.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html</remarks>
    public const int Most = 5;

    private static readonly MemberName Layers = "Layers";

    /// <summary>The number of layers that the function is certain to have in the branch that has most.</summary>
    public int Count => Conditional.Max(properties["Layers"u8], layers => layers switch
    {
        ArrayNode list => list.Sum(item => Conditional.All(item, branch => branch is not null) ? 1 : 0),
        null => 0,
        _ => evaluator.Texts(layers)?.Count ?? 0,
    });

    /// <summary>Whether layers can be added to what stands there: a list, an expression that gives one, or nothing.</summary>
    public static bool CanEdit(ObjectNode properties) =>
        Conditional.All(properties["Layers"u8], layers => layers is null or ArrayNode || Intrinsic.Is(layers));

    /// <summary>
    /// Adds each layer version at the end, in every branch of <c>Fn::If</c>, unless it is there; another version of the same layer is
    /// replaced where it stands, since Lambda takes only one.
    /// </summary>
    public void Add(IReadOnlyList<ScalarNode> arns)
    {
        if (arns.Count == 0) return;
        Conditional.Edit(properties, Layers, layers => layers switch
        {
            null => ListOf(arns),
            ArrayNode list => AddTo(list, arns),
            _ => AddToExpression(layers, arns),
        });
    }

    private ArrayNode AddTo(ArrayNode list, IReadOnlyList<ScalarNode> arns)
    {
        foreach (var arn in arns)
        {
            if (!ReplaceIn(list, arn)) list.Add(arn);
        }
        return list;
    }

    private bool ReplaceIn(ArrayNode list, ScalarNode layer)
    {
        var (found, arn) = (false, layer.Text!);
        for (var i = 0; i < list.Count; i++)
        {
            if (evaluator.Text(list[i]) is { } text)
            {
                if (!LayerArn.IsSameLayer(text, arn)) continue;
                if (text != arn) list[i] = layer;
                found = true;
            }
            else if (Intrinsic.If(list[i]) is { } branches)
            {
                RemoveFrom(branches, arn);
            }
        }
        return found;
    }

    /// <summary>A layer that stands only under a condition gives way, so that it can stand once under none.</summary>
    private void RemoveFrom(ArrayNode branches, string arn)
    {
        for (var i = 1; i <= 2; i++)
        {
            if (Intrinsic.If(branches[i]) is { } inner) RemoveFrom(inner, arn);
            else if (evaluator.Text(branches[i]) is { } text && LayerArn.IsSameLayer(text, arn)) branches[i] = Intrinsic.MakeRef(Intrinsic.NoValue);
        }
    }

    private Node AddToExpression(Node expression, IReadOnlyList<ScalarNode> arns)
    {
        var known = evaluator.Texts(expression);
        if (known is { Count: 0 }) return ListOf(arns);
        var missing = arns.Where(arn => !(known?.Contains(arn.Text!) ?? Intrinsic.Mentions(expression, text => text == arn.Text))).ToList();
        if (missing.Count == 0) return expression;
        if (known is not null && known.Exists(text => missing.Exists(arn => LayerArn.IsSameLayer(text, arn.Text!)))) return AddTo(ListOf(known.ConvertAll(text => new ScalarNode(text))), arns);
        return Joined(expression, missing);
    }

    /// <summary>CloudFormation has no function that appends to a list, so the list goes through text and back.</summary>
    private static ObjectNode Joined(Node expression, List<ScalarNode> arns) =>
        new() { { "Fn::Split", new ArrayNode { ",", Intrinsic.MakeJoin(",", [Intrinsic.MakeJoin(",", expression), .. arns]) } } };

    private static ArrayNode ListOf(IReadOnlyList<ScalarNode> arns)
    {
        var list = new ArrayNode();
        foreach (var arn in arns) list.Add(arn);
        return list;
    }
}
