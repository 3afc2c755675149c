using Macro.Core.Diagnostics;
using static Macro.Core.Configuration.ParameterCatalog;

namespace Macro.Core.Configuration.Rules;

/// <summary>The extension connects logs and traces itself, so the libraries must not.</summary>
/// <remarks>Source: https://docs.datadoghq.com/serverless/libraries_integrations/cdk/</remarks>
internal sealed class LogInjection : IConfigRule
{
    public IEnumerable<Diagnostic> Check(MacroConfig config, Deployment deployment)
    {
        if (config.IsTrue(InjectLogContext) && config.HasExtension)
            yield return ParameterDiagnostics.LogInjectionWithExtension.For(InjectLogContext.Target);
    }
}
