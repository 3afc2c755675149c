using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Intrinsics;
using Macro.Core.Lambda.Languages;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.Lambda.Functions;

/// <summary>Adds layers to the property <c>Layers</c>, in any supported form.</summary>
/// <param name="properties">The function's properties.</param>
/// <param name="inherited">The layers that SAM puts before the function's own; null for none.</param>
/// <param name="evaluator">Evaluates the layers of the template.</param>
/// <param name="editor">Records and makes the edits.</param>
internal sealed class LayerList(ObjectNode properties, InheritedLayers? inherited, Evaluator evaluator, ResourceEditor editor)
{
    /// <summary>Lambda's limit on the layers of a function.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html</remarks>
    public const int MaxCount = 5;

    private static readonly MemberName Layers = "Layers";

    private InheritedLayers? Inherited => inherited is not null && (properties["Layers"u8] is null or ArrayNode) ? inherited : null;

    /// <summary>The minimum number of layers that the function will have, in the branch with the most layers.</summary>
    public int Count => (Inherited?.Count ?? 0) + properties["Layers"u8] switch
    {
        null => 0,
        ArrayNode list => ConditionalValue.CountCertain(list),
        { } expression => ConditionalValue.Max(expression, CountIn),
    };

    /// <summary>Whether layers can be added: the property must be a list, an expression that returns one, or absent.</summary>
    public static bool CanEdit(ObjectNode properties) =>
        ConditionalValue.All(properties["Layers"u8], layers => layers is null or ArrayNode || Intrinsic.Is(layers));

    /// <summary>
    /// Appends each layer version that is missing, in every branch of <c>Fn::If</c>. Another version of the same layer is replaced in
    /// place, since Lambda accepts only one.
    /// </summary>
    /// <param name="arns">Layer version ARNs, as text or as expressions that only the deployment can evaluate.</param>
    public void Add(List<Node> arns)
    {
        var missing = Inherited is { } known ? known.Missing(arns) : arns;
        if (missing.Count == 0) return;
        if (properties["Layers"u8] is ArrayNode list) AddTo(list, missing);
        else if (properties["Layers"u8] is null) properties[Layers] = AddTo([], missing);
        else AddToBranches(missing);
    }

    private void AddToBranches(List<Node> missing) =>
        ConditionalValue.Edit(properties, Layers, (layers, parent, segment) => layers switch
        {
            null => AddTo([], missing),
            ArrayNode list => AddTo(list, missing),
            _ => AddToExpression(layers, missing, parent, segment),
        });

    /// <summary>Replaces Datadog's layers for another runtime, architecture or edition in place; of several, the first.</summary>
    /// <param name="arns">The layer versions that the function gets.</param>
    public void ReplaceOutdated(List<Node> arns)
    {
        if (WrittenOut is not { } layers || !layers.Any(layer => Replacement(layer, arns) is not null)) return;
        var replaced = new List<Node>();
        foreach (var layer in layers)
        {
            var kept = Replacement(layer, arns) ?? layer;
            if (!replaced.Exists(known => IsSameLayer(known, kept))) replaced.Add(kept);
        }
        Replace(ArrayNode.From(replaced));
    }

    private int CountIn(Node? layers) => layers switch
    {
        ArrayNode list => ConditionalValue.CountCertain(list),
        null => 0,
        _ => evaluator.Texts(layers)?.Count ?? 0,
    };

    private static Node? Replacement(Node layer, List<Node> arns) =>
        layer.Text is { } text ? arns.Find(arn => arn.Text is { } wanted && LayerArn.IsOutdated(text, wanted)) : null;

    /// <summary>Replaces a literal list; null removes it.</summary>
    public void Replace(ArrayNode? layers) => editor.Set(ChangeKind.Layer, null, properties, Layers, layers);

    /// <summary>The layers as a literal list; null when there are none, or they are an expression.</summary>
    public ArrayNode? WrittenOut => properties["Layers"u8] as ArrayNode;

    /// <summary>Returns the layers that SAM's <c>Globals</c> add in another version; they cannot be replaced on the function.</summary>
    public IEnumerable<Node> OtherVersionsInherited(List<Node> arns) =>
        Inherited is { } known ? known.OtherVersions(arns) : [];

    private ArrayNode AddTo(ArrayNode list, List<Node> arns)
    {
        foreach (var arn in arns)
        {
            if (!ReplaceIn(list, arn)) editor.Append(ChangeKind.Layer, null, list, arn);
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
                if (arn.Text is { } text && evaluator.Text(list[i]) != text) editor.Replace(ChangeKind.Layer, null, list, i, arn);
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

    /// <summary>Removes a layer from the branches of a condition, since it is added once without a condition.</summary>
    private void RemoveFrom(ArrayNode branches, Node arn)
    {
        for (var i = 1; i <= 2; i++)
        {
            if (IsSameLayer(branches[i], arn)) editor.Replace(ChangeKind.Layer, null, branches, i, Intrinsic.MakeRef(Intrinsic.NoValue));
            else if (Intrinsic.If(branches[i]) is { } inner) RemoveFrom(inner, arn);
        }
    }

    private Node AddToExpression(Node expression, List<Node> arns, Node parent, PathSegment segment)
    {
        var edited = Extended(expression, arns);
        if (!ReferenceEquals(edited, expression)) editor.Record(ChangeKind.Layer, null, parent, segment);
        return edited;
    }

    private Node Extended(Node expression, List<Node> arns)
    {
        var known = evaluator.Texts(expression);
        if (known is { Count: 0 }) return ArrayNode.From(arns);
        var missing = arns.Where(arn => !IsIn(expression, known, arn)).ToList();
        if (missing.Count == 0) return expression;
        return known is not null && known.Any(text => missing.Exists(arn => IsVersionOf(text, arn)))
            ? Merged(known, arns)
            : Joined(expression, missing);
    }

    private static bool IsIn(Node expression, IReadOnlyList<string>? known, Node arn) =>
        known is not null && arn.Text is { } text ? known.Contains(text) : Intrinsic.Contains(expression, arn);

    private static bool IsVersionOf(string layer, Node arn) => arn.Text is { } wanted && LayerArn.IsSameLayer(layer, wanted);

    /// <summary>The known layers and the added ones; another version of an added layer is replaced in place.</summary>
    private static ArrayNode Merged(IReadOnlyList<string> known, List<Node> arns) => ArrayNode.From(
    [
        .. known.Select(text => arns.Find(arn => IsVersionOf(text, arn)) ?? text),
        .. arns.Where(arn => !known.Any(text => IsVersionOf(text, arn))),
    ]);

    /// <summary>Appends by joining and splitting text, since CloudFormation has no function that appends to a list.</summary>
    private static ObjectNode Joined(Node expression, List<Node> arns) =>
        new() { { "Fn::Split", new ArrayNode { ",", Intrinsic.MakeJoin(",", [Intrinsic.MakeJoin(",", expression), .. arns]) } } };
}
