using Macro.Core.Diagnostics;
using static Macro.Core.Configuration.ParameterCatalog;

namespace Macro.Core.Configuration.Rules;

/// <summary>App and API Protection works only with tracing.</summary>
internal sealed class AppSecNeedsTracing : IConfigRule
{
    public IEnumerable<Diagnostic> Check(MacroConfig config, Deployment deployment)
    {
        if (config.Text(AppSecMode) is { } mode && mode != "off" && !config.HasTracing)
            yield return ParameterDiagnostics.AppSecWithoutTracing.For(AppSecMode.Target);
    }
}
