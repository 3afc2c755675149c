using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Intrinsics;
using Macro.Json;

namespace Macro.Core.Lambda;

/// <summary>Adds layers to the property <c>Layers</c>, whatever form it has.</summary>
/// <param name="properties">The function's properties.</param>
/// <param name="inherited">Properties that SAM adds from <c>Globals</c>, whose layers it puts before the function's own.</param>
/// <param name="evaluator">Evaluates what stands there.</param>
internal sealed class LayerList(ObjectNode properties, ObjectNode? inherited, Evaluator evaluator)
{
    /// <summary>Lambda's limit on the layers of a function.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html</remarks>
    public const int MaxCount = 5;

    private static readonly MemberName Layers = "Layers";

    private ArrayNode? Inherited => inherited?["Layers"u8] is ArrayNode layers && properties["Layers"u8] is null or ArrayNode ? layers : null;

    /// <summary>The number of layers that the function is certain to have in the branch that has most.</summary>
    public int Count => (Inherited is { } more ? ConditionalValue.CountCertain(more) : 0) + ConditionalValue.Max(properties["Layers"u8], layers => layers switch
    {
        ArrayNode list => ConditionalValue.CountCertain(list),
        null => 0,
        _ => evaluator.Texts(layers)?.Count ?? 0,
    });

    /// <summary>Whether layers can be added to what stands there: a list, an expression that gives one, or nothing.</summary>
    public static bool CanEdit(ObjectNode properties) =>
        ConditionalValue.All(properties["Layers"u8], layers => layers is null or ArrayNode || Intrinsic.Is(layers));

    /// <summary>
    /// Adds each layer version at the end, in every branch of <c>Fn::If</c>, unless it is there; another version of the same layer is
    /// replaced where it stands, since Lambda takes only one.
    /// </summary>
    /// <param name="arns">Layer version ARNs, as text or as expressions that only the deployment can evaluate.</param>
    public void Add(List<Node> arns)
    {
        var missing = Inherited is { } inherited ? NotIn(inherited, arns) : arns;
        if (missing.Count == 0) return;
        ConditionalValue.Edit(properties, Layers, layers => layers switch
        {
            null => ArrayNode.From(missing),
            ArrayNode list => AddTo(list, missing),
            _ => AddToExpression(layers, missing),
        });
    }

    /// <summary>The layers of which SAM's <c>Globals</c> put another version on the function, which cannot be replaced here.</summary>
    public IEnumerable<Node> OtherVersionsInherited(List<Node> arns) => Inherited is { } inherited ? OtherVersionsIn(inherited, arns) : [];

    private List<Node> NotIn(ArrayNode inherited, List<Node> arns) => arns.FindAll(arn => !inherited.Any(layer => IsSameLayer(layer, arn)));

    private IEnumerable<Node> OtherVersionsIn(ArrayNode inherited, List<Node> arns) => arns.Where(arn =>
        inherited.Any(layer => IsSameLayer(layer, arn) && !layer.IsSameAs(arn) && evaluator.Text(layer) != arn.Text));

    private ArrayNode AddTo(ArrayNode list, List<Node> arns)
    {
        foreach (var arn in arns)
        {
            if (!ReplaceIn(list, arn)) list.Add(arn);
        }
        return list;
    }

    private bool ReplaceIn(ArrayNode list, Node arn)
    {
        var found = false;
        for (var i = 0; i < list.Count; i++)
        {
            if (IsSameLayer(list[i], arn))
            {
                if (arn.Text is { } text && evaluator.Text(list[i]) != text) list[i] = arn;
                found = true;
            }
            else if (Intrinsic.If(list[i]) is { } branches && evaluator.Text(list[i]) is null)
            {
                RemoveFrom(branches, arn);
            }
        }
        return found;
    }

    private bool IsSameLayer(Node item, Node arn) =>
        arn.Text is { } wanted && evaluator.Text(item) is { } text ? LayerArn.IsSameLayer(text, wanted) : arn.IsSameAs(item);

    /// <summary>A layer that stands only under a condition gives way, so that it can stand once under none.</summary>
    private void RemoveFrom(ArrayNode branches, Node arn)
    {
        for (var i = 1; i <= 2; i++)
        {
            if (IsSameLayer(branches[i], arn)) branches[i] = Intrinsic.MakeRef(Intrinsic.NoValue);
            else if (Intrinsic.If(branches[i]) is { } inner) RemoveFrom(inner, arn);
        }
    }

    private Node AddToExpression(Node expression, List<Node> arns)
    {
        var known = evaluator.Texts(expression);
        if (known is { Count: 0 }) return ArrayNode.From(arns);
        var missing = arns.Where(arn => !(known is not null && arn.Text is { } text ? known.Contains(text) : Intrinsic.Contains(expression, arn))).ToList();
        if (missing.Count == 0) return expression;
        if (known is not null && known.Any(text => missing.Exists(arn => arn.Text is { } wanted && LayerArn.IsSameLayer(text, wanted))))
            return AddTo(ArrayNode.From(known.Select(text => (Node)text)), arns);
        return Joined(expression, missing);
    }

    /// <summary>CloudFormation has no function that appends to a list, so the list goes through text and back.</summary>
    private static ObjectNode Joined(Node expression, List<Node> arns) =>
        new() { { "Fn::Split", new ArrayNode { ",", Intrinsic.MakeJoin(",", [Intrinsic.MakeJoin(",", expression), .. arns]) } } };
}
