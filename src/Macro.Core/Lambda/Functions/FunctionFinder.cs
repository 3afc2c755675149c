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
    private readonly HashSet<string> _edgeFunctions = LambdaAtEdge.Find(context.Template);
    private readonly Dictionary<string, Runtime> _runtimes = [];
    private readonly ConfigCache<MacroConfig> _imageConfigs = new(ContainerImage.WithoutLayers);
    private readonly ExclusionList _exclusions = new(context.Config);

    /// <summary>A function's runtime as displayed to the user; null when the template does not show it.</summary>
    public Node? Describe(Resource function)
    {
        if (FunctionShape.For(function.Type, context.Template) is not { } shape) return null;
        if (context.Evaluator.Text(Property(function, shape, "PackageType"u8)) == "Image") return "container image";
        var runtime = Property(function, shape, "Runtime"u8);
        return context.Evaluator.Text(runtime) is { } known ? known : runtime?.Detach();
    }

    /// <summary>All functions of the template in its order; <c>Function</c> is null where a function is not to be instrumented.</summary>
    public IEnumerable<(Resource Resource, LambdaFunction? Function)> Find()
    {
        foreach (var resource in context.Template.Resources)
        {
            if (FunctionShape.For(resource.Type, context.Template) is not { } shape) continue;
            var isSkipped = resource.Properties is null || _exclusions.Contains(resource);
            yield return (resource, isSkipped ? null : Open(resource, shape));
        }
    }

    private LambdaFunction? Open(Resource resource, FunctionShape shape)
    {
        var config = context.ConfigReader.ReadResource(resource, context.Config);
        if (config.Text(ParameterCatalog.Enabled) == "false") return null;
        var isImage = context.Evaluator.Text(Property(resource, shape, "PackageType"u8)) == "Image";
        if (isImage && ContainerImage.Runtime(config) is null) return null;
        if (_edgeFunctions.Contains(resource.LogicalId))
            return Skip(FunctionDiagnostics.LambdaAtEdge.For(new ResourceTarget(resource.LogicalId)));
        if (FindUneditableProperty(resource.Properties!, shape.Inherited) is { } name)
            return Skip(FunctionDiagnostics.NotEditable.For(new PropertyTarget(resource.LogicalId, name), name));
        if (isImage)
        {
            var declared = ContainerImage.Runtime(config)!;
            return new LambdaFunction(resource, shape, _imageConfigs[config], declared, isArm: false, context, isImage);
        }
        if (context.Evaluator.Text(Property(resource, shape, "Runtime"u8)) is not { } identifier)
            return Skip(FunctionDiagnostics.UnknownRuntime.For(new PropertyTarget(resource.LogicalId, "Runtime")));
        if (IsArm(Property(resource, shape, "Architectures"u8)) is not { } isArm)
            return Skip(FunctionDiagnostics.UnknownArchitecture.For(new PropertyTarget(resource.LogicalId, "Architectures")));
        if (!_runtimes.TryGetValue(identifier, out var runtime))
            _runtimes[identifier] = runtime = Languages.Runtime.Parse(identifier);
        if (isArm && runtime is { Language: not null, ArmLayerName: null })
            return Skip(FunctionDiagnostics.NoArmLayer.For(new ResourceTarget(resource.LogicalId), identifier));
        return new LambdaFunction(resource, shape, config, runtime, isArm, context);
    }

    /// <summary>Returns a property of the function, set or inherited; null if it has neither.</summary>
    private static Node? Property(Resource function, FunctionShape shape, ReadOnlySpan<byte> name) =>
        function.Property(name) ?? shape.Inherited?[name];

    private LambdaFunction? Skip(Diagnostic reason)
    {
        context.Diagnostics.Add(reason);
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
    private bool? IsArm(Node? architectures)
    {
        if (architectures is null) return false;
        var value = context.Evaluator.Evaluate(architectures);
        if (Intrinsic.IsNoValue(value)) return false;
        return context.Evaluator.Texts(value) switch
        {
            [] or ["x86_64"] => false,
            ["arm64"] => true,
            _ => null,
        };
    }
}
