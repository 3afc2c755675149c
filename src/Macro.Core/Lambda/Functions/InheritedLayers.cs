using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Intrinsics;
using Macro.Core.Lambda.Languages;
using Macro.Json;

namespace Macro.Core.Lambda.Functions;

/// <summary>The layers that SAM adds from <c>Globals</c> to every function, read once for all of them.</summary>
internal sealed class InheritedLayers
{
    private readonly ArrayNode _layers;
    private readonly Dictionary<string, string> _known = [];
    private readonly Dictionary<Node, bool> _expressions = [];

    public InheritedLayers(ArrayNode layers, Evaluator evaluator)
    {
        _layers = layers;
        Count = ConditionalValue.CountCertain(layers);
        foreach (var layer in layers)
        {
            if (evaluator.Text(layer) is { } arn) _known.TryAdd(LayerArn.WithoutVersion(arn), arn);
        }
    }

    /// <summary>The number of layers that exist regardless of conditions.</summary>
    public int Count { get; }

    /// <summary>The inherited version of a layer; null if there is none, or it is an expression.</summary>
    public string? Version(Node arn) => arn.Text is { } text ? _known.GetValueOrDefault(LayerArn.WithoutVersion(text)) : null;

    /// <summary>The layer versions whose layers are not inherited.</summary>
    public List<Node> Missing(List<Node> arns) => arns.FindAll(arn => !Has(arn));

    /// <summary>The layer versions whose layers are inherited in another version.</summary>
    public IEnumerable<Node> OtherVersions(List<Node> arns) => arns.Where(arn => Version(arn) is { } version && version != arn.Text);

    private bool Has(Node arn) => arn.Text is not null ? Version(arn) is not null
        : _expressions.TryGetValue(arn, out var known) ? known
        : _expressions[arn] = _layers.Any(arn.IsSameAs);
}
