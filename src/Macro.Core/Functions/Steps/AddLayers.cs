using Macro.Core.Config;
using Macro.Core.Diagnostics;
using Macro.Core.Templates;

namespace Macro.Core.Functions.Steps;

/// <summary>Adds the layer of the tracing library, then that of the extension.</summary>
internal sealed class AddLayers : IFunctionStep
{
    private readonly Dictionary<(string Name, string Version), Node> _published = [];

    public void Apply(LambdaFunction function, Deployment deployment)
    {
        var arns = new List<Node>(2);
        if (function.Config.IsTrue(ParameterCatalog.AddLayers) && function.Runtime.Language is { } language)
            Add(arns, Library(function, language, deployment));
        if (function.Config.HasExtension) Add(arns, Extension(function, deployment));
        function.Layers.Add(arns);
        foreach (var arn in function.Layers.OtherVersionsInherited(arns))
            deployment.Diagnostics.Add(DiagnosticCatalog.OtherVersionInGlobals, function.LogicalId, LayerArn.Name(arn.Text!));
    }

    private static void Add(List<Node> arns, Node? arn)
    {
        if (arn is not null) arns.Add(arn);
    }

    private Node? Library(LambdaFunction function, Language language, Deployment deployment)
    {
        var config = function.Config;
        if (config.IsSet(language.LayerArn)) return config.Value(language.LayerArn);
        if ((config[language.LayerVersion] ?? config[ParameterCatalog.LayerVersion]) is not { } version)
        {
            deployment.Diagnostics.Add(DiagnosticCatalog.MissingLayerVersion, function.LogicalId, function.Runtime.Identifier, language.LayerVersion);
            return null;
        }
        return Published(config, (function.IsArm ? function.Runtime.ArmLayerName : function.Runtime.LayerName)!, version, deployment);
    }

    private Node? Extension(LambdaFunction function, Deployment deployment)
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
        return Published(config, name, version, deployment);
    }

    private Node? Published(MacroConfig config, string layerName, Setting version, Deployment deployment)
    {
        if (version.IsInvalid || config[ParameterCatalog.LayersAccountId] is { IsInvalid: true }) return null;
        if (_published.TryGetValue((layerName, version.Text!), out var known)) return known;
        if (LayerArn.Of(deployment.Region, config.Text(ParameterCatalog.LayersAccountId), layerName, version.Text!) is { } arn)
            return _published[(layerName, version.Text!)] = new ScalarNode(arn).Share();
        deployment.Diagnostics.Add(DiagnosticCatalog.NoPublishedLayers, null, deployment.Region);
        return null;
    }
}
