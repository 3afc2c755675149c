using Macro.Core.Configuration;
using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.Lambda.Steps;

/// <summary>Adds the layer of the tracing library, then that of the extension.</summary>
internal sealed class AddLayers : IFunctionStep
{
    private readonly Dictionary<(string Name, string Version), Node> _published = [];

    public void Apply(LambdaFunction function, InstrumentationContext context)
    {
        var arns = new List<Node>(2);
        if (function.Config.IsTrue(ParameterCatalog.AddLayers) && function.Runtime.Language is { } language)
            Add(arns, Library(function, language, context));
        if (function.Config.HasExtension) Add(arns, Extension(function, context));
        function.Layers.Add(arns);
        foreach (var arn in function.Layers.OtherVersionsInherited(arns))
            context.Diagnostics.Add(FunctionDiagnostics.OtherVersionInGlobals.For(new ResourceTarget(function.LogicalId), LayerArn.Name(arn.Text!)));
    }

    private static void Add(List<Node> arns, Node? arn)
    {
        if (arn is not null) arns.Add(arn);
    }

    private Node? Library(LambdaFunction function, Language language, InstrumentationContext context)
    {
        var config = function.Config;
        if (config.IsSet(language.LayerArn)) return config.Value(language.LayerArn);
        if ((config[language.LayerVersion] ?? config[ParameterCatalog.LayerVersion]) is not { } version)
        {
            context.Diagnostics.Add(FunctionDiagnostics.MissingLayerVersion.For(
                new ResourceTarget(function.LogicalId), function.Runtime.Identifier, language.LayerVersion.Name));
            return null;
        }
        return Published(config, (function.IsArm ? function.Runtime.ArmLayerName : function.Runtime.LayerName)!, version, context);
    }

    private Node? Extension(LambdaFunction function, InstrumentationContext context)
    {
        var config = function.Config;
        if (config.IsSet(ParameterCatalog.ExtensionLayerArn)) return config.Value(ParameterCatalog.ExtensionLayerArn);
        if (config[ParameterCatalog.ExtensionLayerVersion] is not { } version) return null;
        var name = (function.IsArm, config.IsTrue(ParameterCatalog.LambdaFips)) switch
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
            return _published[(layerName, version.Text!)] = new ScalarNode(arn).Freeze();
        context.Diagnostics.Add(FunctionDiagnostics.NoPublishedLayers.For(DiagnosticTarget.Request, context.Region));
        return null;
    }
}
