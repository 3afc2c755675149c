using Macro.Core.Diagnostics;
using static Macro.Core.Configuration.ParameterCatalog;

namespace Macro.Core.Configuration.Rules;

/// <summary>The API key is not in plain text.</summary>
internal sealed class NoPlainApiKey : IConfigRule
{
    public IEnumerable<Diagnostic> Check(MacroConfig config, Deployment deployment)
    {
        if (config.Text(ApiKey) is not null) yield return ParameterDiagnostics.PlainApiKey.For(ApiKey.Target);
    }
}
