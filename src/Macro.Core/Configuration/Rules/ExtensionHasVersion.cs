using Macro.Core.Diagnostics;
using static Macro.Core.Configuration.ParameterCatalog;

namespace Macro.Core.Configuration.Rules;

/// <summary>The extension has a version or an ARN, unless its version is pinned.</summary>
internal sealed class ExtensionHasVersion : IConfigRule
{
    public IEnumerable<Diagnostic> Check(MacroConfig config, Deployment deployment)
    {
        var hasVersion = config.HasPinnedVersions || config.IsSet(ExtensionLayerVersion) || config.IsSet(ExtensionLayerArn);
        if (config.IsTrue(AddExtension) && !hasVersion)
            yield return ParameterDiagnostics.ExtensionWithoutVersion.For(AddExtension.Target);
    }
}
