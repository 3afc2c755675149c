using Macro.Core.Diagnostics;
using static Macro.Core.Configuration.ParameterCatalog;

namespace Macro.Core.Configuration.Rules;

/// <summary>LLM Observability has the name of an application, in the form that Datadog accepts.</summary>
internal sealed class LlmObsApp : IConfigRule
{
    /// <summary>The maximum length of a name, in characters (not bytes).</summary>
    private const int MaxLength = 193;

    public IEnumerable<Diagnostic> Check(MacroConfig config, Deployment deployment)
    {
        if (config.IsTrue(LlmObsEnabled) && !config.IsSet(LlmObsMlApp))
            yield return ParameterDiagnostics.LlmObsWithoutApp.For(LlmObsEnabled.Target);
        if (config.Text(LlmObsMlApp) is { } name && !IsAccepted(name))
            yield return ParameterDiagnostics.InvalidLlmObsAppName.For(LlmObsMlApp.Target);
    }

    /// <remarks>Source: https://docs.datadoghq.com/llm_observability/instrumentation/sdk/ (application naming guidelines)</remarks>
    private static bool IsAccepted(string name) =>
        name.Length <= MaxLength && name.All(c => char.IsAsciiLetterOrDigit(c) || "_-:./".Contains(c));
}
