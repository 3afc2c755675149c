using Macro.Core.Configuration;
using Macro.Core.Diagnostics;
using Macro.Core.Lambda.Functions;
using Macro.Core.Lambda.Languages;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.Lambda.Steps;

/// <summary>Adds the layer of the tracing library, then the layer of the extension.</summary>
internal sealed class AddLayers : IInstrumentationStep<LambdaFunction>
{
    private readonly Dictionary<(string Name, string Version), Node> _published = [];
    private readonly List<Node> _arns = [];

    public void Apply(LambdaFunction function, InstrumentationContext context, InstrumentationMemory memory)
    {
        var arns = _arns;
        arns.Clear();
        if (function.Config.IsTrue(ParameterCatalog.AddLayers) && function.Runtime.Language is { } language)
            Add(arns, Library(function, language, context));
        if (function is { IsImage: false, Config.HasExtension: true }) Add(arns, Extension(function, context));
        if (memory.IsRecording) Remember(function, arns, memory);
        if (context.Settings.ReplacesOutdatedLayers) function.Layers.ReplaceOutdated(arns);
        function.Layers.Add(arns);
        function.HasSignedLayers = arns.Exists(LayerArn.IsSigned);
        foreach (var arn in function.Layers.OtherVersionsInherited(arns))
        {
            context.Diagnostics.Add(FunctionDiagnostics.OtherVersionInGlobals.For(function.Target("Layers"), LayerArn.Name(arn.Text!)));
        }
    }

    /// <summary>Removes Datadog's layers, and restores the versions from before the instrumentation.</summary>
    public void Revert(LambdaFunction function, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (function.Layers.WrittenOut is not { } layers) return;
        var kept = layers.Select(layer => Reverted(layer, layers, memory)).OfType<Node>().ToList();
        var reverted = ArrayNode.From(kept);
        if (!reverted.IsSameAs(layers)) function.Layers.Replace(kept.Count > 0 ? reverted : null);
    }

    /// <summary>The layer as it was before the instrumentation; null when there was none.</summary>
    private static Node? Reverted(Node layer, ArrayNode all, InstrumentationMemory memory)
    {
        if (layer.Text is not { } arn) return layer;
        if (memory.PreviousLayers.FirstOrDefault(previous => LayerArn.IsSameLayer(previous, arn)) is { } before) return before;
        if (memory.PreviousLayers.FirstOrDefault(previous => LayerArn.IsOutdated(previous, arn) && !IsAmong(all, previous)) is { } outdated)
            return outdated;
        return memory.AddedLayers.Contains(arn) || LanguageCatalog.IsDatadogLayer(LayerArn.Name(arn)) ? null : layer;
    }

    private static bool IsAmong(ArrayNode layers, string arn) =>
        layers.Any(layer => layer.Text is { } text && LayerArn.IsSameLayer(text, arn));

    private static void Remember(LambdaFunction function, List<Node> arns, InstrumentationMemory memory)
    {
        var before = (function.Layers.WrittenOut ?? []).Select(layer => layer.Text).OfType<string>().ToList();
        memory.PreviousLayers.UnionWith(before.Where(layer => LanguageCatalog.IsDatadogLayer(LayerArn.Name(layer))));
        foreach (var arn in arns.Select(arn => arn.Text).OfType<string>())
        {
            if (before.Find(layer => LayerArn.IsSameLayer(layer, arn)) is { } previous) memory.PreviousLayers.Add(previous);
            else if (!LanguageCatalog.IsDatadogLayer(LayerArn.Name(arn))) memory.AddedLayers.Add(arn);
        }
    }

    private static void Add(List<Node> arns, Node? arn)
    {
        if (arn is not null) arns.Add(arn);
    }

    private Node? Library(LambdaFunction function, Language language, InstrumentationContext context)
    {
        var config = function.Config;
        if (config.IsSet(language.LayerArn)) return config.Value(language.LayerArn);
        if (LayerVersion.OfLibrary(config, language) is not { } version)
        {
            context.Diagnostics.Add(FunctionDiagnostics.MissingLayerVersion.For(
                function.Target("Runtime"), function.Runtime.Identifier, language.LayerVersion.Name));
            return null;
        }
        return Published(config, (function.IsArm ? function.Runtime.ArmLayerName : function.Runtime.LayerName)!, version, context);
    }

    private Node? Extension(LambdaFunction function, InstrumentationContext context)
    {
        var config = function.Config;
        if (config.IsSet(ParameterCatalog.ExtensionLayerArn)) return config.Value(ParameterCatalog.ExtensionLayerArn);
        if (LayerVersion.OfExtension(config) is not { } version) return null;
        var name = (function.IsArm, config.HasFips(context.Region)) switch
        {
            (false, false) => "Datadog-Extension",
            (false, true) => "Datadog-Extension-FIPS",
            (true, false) => "Datadog-Extension-ARM",
            (true, true) => "Datadog-Extension-ARM-FIPS",
        };
        return Published(config, name, version, context);
    }

    private Node? Published(MacroConfig config, string layerName, Setting version, InstrumentationContext context)
    {
        if (version.IsInvalid || config[ParameterCatalog.LayersAccountId] is { IsInvalid: true }) return null;
        if (_published.TryGetValue((layerName, version.Text!), out var known)) return known;
        if (LayerArn.Create(context.Region, config.Text(ParameterCatalog.LayersAccountId), layerName, version.Text!) is { } arn)
        {
            context.UsedLayers.Add(new UsedLayer(layerName, version.Text!, LayerVersion.IsPinned(version)));
            return _published[(layerName, version.Text!)] = new ScalarNode(arn).Freeze();
        }
        context.Diagnostics.Add(FunctionDiagnostics.NoPublishedLayers.For(DiagnosticTarget.Request, context.Region));
        return null;
    }
}
