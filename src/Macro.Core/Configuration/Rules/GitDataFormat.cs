using Macro.Core.Diagnostics;

namespace Macro.Core.Configuration.Rules;

/// <summary><c>gitData</c> has a commit hash and a repository URL.</summary>
internal sealed class GitDataFormat : IConfigRule
{
    public IEnumerable<Diagnostic> Check(MacroConfig config, Deployment deployment)
    {
        if (config.Text(ParameterCatalog.GitData) is { } text && !GitData.TryParse(text, out _))
            yield return ParameterDiagnostics.InvalidGitData.For(ParameterCatalog.GitData.Target);
    }
}
