using Macro.Core.Diagnostics;
using static Macro.Core.Configuration.ParameterCatalog;

namespace Macro.Core.Configuration.Rules;

/// <summary>At most one API key is set.</summary>
internal sealed class OneApiKey : IConfigRule
{
    public IEnumerable<Diagnostic> Check(MacroConfig config, Deployment deployment)
    {
        var keys = ApiKeys.Where(config.IsSet).ToList();
        if (keys.Count > 1) yield return ParameterDiagnostics.SeveralApiKeys.For(keys[0].Target, string.Join(" and ", keys));
    }
}
