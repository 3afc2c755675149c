using Macro.Core.Diagnostics;

namespace Macro.Core.Configuration.Rules;

/// <summary>
/// Logs of functions are sent by the extension or by the forwarder, not by both. Beside the extension, the forwarder may have other logs.
/// </summary>
internal sealed class ExtensionOrForwarder : IConfigRule
{
    public IEnumerable<Diagnostic> Check(MacroConfig config, Deployment deployment)
    {
        if (config.HasExtension && config.IsSet(ParameterCatalog.ForwarderArn) && !config.ForwardsOtherLogs)
            yield return ParameterDiagnostics.ExtensionWithForwarder.For(ParameterCatalog.ForwarderArn.Target);
    }
}
