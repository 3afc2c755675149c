using Macro.Core.Diagnostics;
using static Macro.Core.Configuration.ParameterCatalog;

namespace Macro.Core.Configuration.Rules;

/// <summary>A layer is set by its version or by its ARN, not by both.</summary>
internal sealed class LayerVersionOrArn : IConfigRule
{
    private static readonly (Parameter Version, Parameter Arn)[] Layers =
    [
        (PythonLayerVersion, PythonLayerArn), (NodeLayerVersion, NodeLayerArn), (DotnetLayerVersion, DotnetLayerArn),
        (JavaLayerVersion, JavaLayerArn), (RubyLayerVersion, RubyLayerArn), (ExtensionLayerVersion, ExtensionLayerArn),
    ];

    public IEnumerable<Diagnostic> Check(MacroConfig config, Deployment deployment)
    {
        foreach (var (version, arn) in Layers)
        {
            if (config.IsSet(version) && config.IsSet(arn))
                yield return ParameterDiagnostics.VersionAndArn.For(version.Target, version.Name, arn.Name);
        }
    }
}
