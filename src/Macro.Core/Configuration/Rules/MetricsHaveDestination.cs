using Macro.Core.Diagnostics;
using static Macro.Core.Configuration.ParameterCatalog;

namespace Macro.Core.Configuration.Rules;

/// <summary>Metrics that are not written to the logs need the extension, or an API key for the library.</summary>
internal sealed class MetricsHaveDestination : IConfigRule
{
    public IEnumerable<Diagnostic> Check(MacroConfig config, Deployment deployment)
    {
        if (config.Text(FlushMetricsToLogs) == "false" && !config.HasExtension && !ApiKeys.Any(config.IsSet))
            yield return ParameterDiagnostics.MetricsWithoutApiKey.For(FlushMetricsToLogs.Target);
    }
}
