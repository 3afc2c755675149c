using Macro.Core.Diagnostics;
using static Macro.Core.Configuration.ParameterCatalog;

namespace Macro.Core.Configuration.Rules;

/// <summary>The extension has an API key, in a place that it reads.</summary>
internal sealed class ExtensionReadsApiKey : IConfigRule
{
    public IEnumerable<Diagnostic> Check(MacroConfig config, Deployment deployment)
    {
        if (!config.HasExtension) yield break;
        var keys = ApiKeys.Where(config.IsSet).ToList();
        if (keys.Count == 0) yield return ParameterDiagnostics.ExtensionWithoutApiKey.For(AddExtension.Target);
        if (keys is [var key] && key == ApiKeySsmName) yield return ParameterDiagnostics.SsmNameWithExtension.For(key.Target);
    }
}
