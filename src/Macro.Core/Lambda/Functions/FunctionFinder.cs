using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Core.Diagnostics;
using Macro.Core.Lambda.Languages;
using Macro.Core.Pipeline;
using Macro.Core.Resources;
using Macro.Core.Tags;
using Macro.Json;

namespace Macro.Core.Lambda.Functions;

/// <summary>Finds the functions to instrument, and reports why the others are skipped.</summary>
internal sealed class FunctionFinder(InstrumentationContext context)
{
    private readonly HashSet<string> _edgeFunctions = LambdaAtEdge.Find(context.Template, context.Region);
    private readonly Dictionary<string, Runtime> _runtimes = [];
    private readonly StringPool _texts = new();
    private readonly ConfigCache<MacroConfig> _imageConfigs = new(ContainerImage.WithoutLayers);
    private readonly bool _skipsHelpers = context.Config.IsTrue(ParameterCatalog.ExcludeHelpers);
    private DiagnosticKind? _skip;
    private InheritedLayers? _inheritedLayers;

    /// <summary>A function's runtime as displayed to the user; null when the template does not show it.</summary>
    public Node? Describe(Resource function)
    {
        if (FunctionShape.For(function.Type, context.Template) is not { } shape) return null;
        if (context.Evaluator.Text(shape.Property(function, "PackageType"u8)) == "Image") return "container image";
        var runtime = shape.Property(function, "Runtime"u8);
        return context.Evaluator.Text(runtime) is { } known ? known : runtime?.Detach();
    }

    /// <summary>
    /// All functions of the template in its order; <c>Function</c> is null where a function is not to be instrumented, for the reason
    /// <c>Skip</c>.
    /// </summary>
    public IEnumerable<(Resource Resource, LambdaFunction? Function, DiagnosticKind? Skip)> Find()
    {
        foreach (var resource in context.Template.Resources)
        {
            if (FunctionShape.For(resource.Type, context.Template) is { } shape)
            {
                _skip = WhySkipped(resource);
                yield return (resource, _skip is null ? Open(resource, shape) : null, _skip);
            }
            else if (resource.Type is ResourceTypes.NestedStack or ResourceTypes.ServerlessApplication)
            {
                context.Diagnostics.Add(RequestDiagnostics.NestedStack.For(new ResourceTarget(resource.LogicalId), resource.Type));
            }
            else if (resource.Type == ResourceTypes.WebFunction)
            {
                context.Diagnostics.Add(RequestDiagnostics.WebFunction.For(new ResourceTarget(resource.LogicalId)));
            }
        }
    }

    /// <summary>Why a function is left alone without looking at its properties; null if it is not.</summary>
    private ConstantDiagnosticKind? WhySkipped(Resource resource) =>
        context.Exclusions.Contains(resource) ? SkipDiagnostics.Excluded
        : resource.Properties is null ? SkipDiagnostics.NoProperties
        : _skipsHelpers && HelperFunction.Is(resource) ? SkipDiagnostics.Helper
        : null;

    private LambdaFunction? Open(Resource resource, FunctionShape shape)
    {
        var config = context.ConfigReader.ReadResource(resource, context.Config);
        if (config.Text(ParameterCatalog.Enabled) == "false") return Skip(SkipDiagnostics.Disabled);
        var packageType = KnownText(resource, shape, "PackageType"u8, usual: "Zip");
        var isImage = packageType == "Image";
        if (isImage && ContainerImage.Runtime(config) is null) return Skip(SkipDiagnostics.ImageSkipped);
        if (_edgeFunctions.Contains(resource.LogicalId) && !HasWhatEdgeForbids(resource, shape))
            return Skip(FunctionDiagnostics.LambdaAtEdge.For(new ResourceTarget(resource.LogicalId)));
        if (packageType is null)
            return Skip(FunctionDiagnostics.UnknownPackageType.For(new PropertyTarget(resource.LogicalId, "PackageType")));
        if (FindUneditableProperty(resource.Properties!, shape.Inherited) is { } name)
            return Skip(FunctionDiagnostics.NotEditable.For(new PropertyTarget(resource.LogicalId, name), name));
        if (isImage)
        {
            var declared = ContainerImage.Runtime(config)!;
            return new LambdaFunction(resource, shape, _imageConfigs[config], declared, isArm: false, context, LayersOf(shape), isImage);
        }
        if (KnownText(resource, shape, "Runtime"u8, usual: "") is not { Length: > 0 } identifier)
            return Skip(FunctionDiagnostics.UnknownRuntime.For(new PropertyTarget(resource.LogicalId, "Runtime")));
        if (IsArm(resource, shape) is not { } isArm)
            return Skip(FunctionDiagnostics.UnknownArchitecture.For(new PropertyTarget(resource.LogicalId, "Architectures")));
        if (!_runtimes.TryGetValue(identifier, out var runtime))
            _runtimes[identifier] = runtime = Languages.Runtime.Parse(identifier);
        if (isArm && runtime is { Language: not null, ArmLayerName: null })
            return Skip(FunctionDiagnostics.NoArmLayer.For(new PropertyTarget(resource.LogicalId, "Runtime"), identifier));
        return new LambdaFunction(resource, shape, config, runtime, isArm, context, LayersOf(shape));
    }

    /// <summary>The text of a property that is the same whatever the deployment resolves; null when it is unknown.</summary>
    private string? KnownText(Resource function, FunctionShape shape, ReadOnlySpan<byte> name, string usual)
    {
        if (function.Properties!.TextOf(name, _texts) is { } literal) return IsResolvedLater(literal) ? null : literal;
        if (shape.Property(function, name) is not { } property) return usual;
        if (context.Evaluator.Text(property) is { } text) return IsResolvedLater(text) ? null : text;
        string? known = null;
        foreach (var branch in ConditionalValue.Leaves(context.Evaluator.Evaluate(property) ?? property))
        {
            var value = branch is null ? usual : context.Evaluator.Text(branch);
            if (value is null || IsResolvedLater(value) || known is not null && known != value) return null;
            known = value;
        }
        return known;
    }

    /// <summary>Whether a text has a dynamic reference, which CloudFormation resolves after the macro has run.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html</remarks>
    private static bool IsResolvedLater(string text) => text.Contains("{{resolve:", StringComparison.Ordinal);

    /// <summary>Whether the function certainly has variables, layers or arm64, with which it cannot run at the edge.</summary>
    private bool HasWhatEdgeForbids(Resource function, FunctionShape shape) =>
        ConditionalValue.All(
            shape.Property(function, "Layers"u8), layers => layers is ArrayNode list && ConditionalValue.CountCertain(list) > 0)
        || ConditionalValue.All(shape.Property(function, "Environment"u8), environment =>
            ConditionalValue.All((environment as ObjectNode)?["Variables"u8], variables =>
                variables is ObjectNode { Count: > 0 } && !Intrinsic.Is(variables)))
        || IsArm(function, shape) is true;

    private InheritedLayers? LayersOf(FunctionShape shape) => shape.Inherited?["Layers"u8] is ArrayNode layers
        ? _inheritedLayers ??= new InheritedLayers(layers, context.Evaluator)
        : null;

    private LambdaFunction? Skip(Diagnostic reason)
    {
        context.Diagnostics.Add(reason);
        return Skip(reason.Kind);
    }

    private LambdaFunction? Skip(DiagnosticKind reason)
    {
        _skip = reason;
        return null;
    }

    private static string? FindUneditableProperty(ObjectNode properties, ObjectNode? inherited) =>
        !EnvironmentVariables.CanEdit(properties) || WouldLose(properties, inherited, "Environment"u8)
            || WouldLose(properties["Environment"u8] as ObjectNode, inherited?["Environment"u8] as ObjectNode, "Variables"u8)
            ? "Environment"
        : !TagSet.CanEdit(properties) || WouldLose(properties, inherited, "Tags"u8) ? "Tags"
        : !LayerList.CanEdit(properties) || WouldLose(properties, inherited, "Layers"u8) ? "Layers"
        : null;

    /// <summary>
    /// Whether setting a property on the function would discard the value from <c>Globals</c>: SAM merges objects and lists with those of
    /// the function, but not expressions.
    /// </summary>
    private static bool WouldLose(ObjectNode? own, ObjectNode? inherited, ReadOnlySpan<byte> name) =>
        inherited is not null && own?[name] is null && Intrinsic.Is(inherited[name]);

    /// <summary>Whether the architecture is arm64; null if unknown. Lambda accepts a list with one item; the default is x86_64.</summary>
    private bool? IsArm(Resource function, FunctionShape shape)
    {
        if (function.Properties!.OnlyTextOf("Architectures"u8, _texts) is { } literal) return IsArm(literal);
        if (shape.Property(function, "Architectures"u8) is not { } architectures) return false;
        var value = context.Evaluator.Evaluate(architectures);
        if (Intrinsic.IsNoValue(value)) return false;
        if (value is ArrayNode { Count: 1 } list && context.Evaluator.Text(list[0]) is { } only) return IsArm(only);
        return context.Evaluator.Texts(value) switch
        {
            [] => false,
            [var name] => IsArm(name),
            _ => null,
        };

        static bool? IsArm(string name) => name switch { "x86_64" => false, "arm64" => true, _ => null };
    }
}
