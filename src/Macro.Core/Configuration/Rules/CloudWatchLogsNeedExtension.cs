using Macro.Core.Diagnostics;

namespace Macro.Core.Configuration.Rules;

/// <summary>Without CloudWatch Logs, only the extension sees a function's logs.</summary>
internal sealed class CloudWatchLogsNeedExtension : IConfigRule
{
    public IEnumerable<Diagnostic> Check(MacroConfig config, Deployment deployment)
    {
        if (config.Text(ParameterCatalog.CloudWatchLogs) == "false" && !config.HasExtension)
            yield return ForwardingDiagnostics.NoLogsWithoutExtension.For(ParameterCatalog.CloudWatchLogs.Target);
    }
}
