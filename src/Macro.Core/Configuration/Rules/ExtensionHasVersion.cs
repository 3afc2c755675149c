using Macro.Core.Diagnostics;
using static Macro.Core.Configuration.ParameterCatalog;

namespace Macro.Core.Configuration.Rules;

/// <summary>The extension has a version or an ARN, unless its version is pinned.</summary>
internal sealed class ExtensionHasVersion : IConfigRule
{
    public IEnumerable<Diagnostic> Check(MacroConfig config, Deployment deployment)
    {
        if (config.IsTrue(AddExtension) && !config.HasPinnedVersions && !config.IsSet(ExtensionLayerVersion) && !config.IsSet(ExtensionLayerArn))
            yield return ParameterDiagnostics.ExtensionWithoutVersion.For(AddExtension.Target);
    }
}
