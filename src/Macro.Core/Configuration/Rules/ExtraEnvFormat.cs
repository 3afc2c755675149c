using Macro.Core.Diagnostics;
using static Macro.Core.Configuration.ParameterCatalog;

namespace Macro.Core.Configuration.Rules;

/// <summary>Each item of <c>extraEnv</c> is <c>NAME=value</c>.</summary>
internal sealed class ExtraEnvFormat : IConfigRule
{
    public IEnumerable<Diagnostic> Check(MacroConfig config, Deployment deployment)
    {
        foreach (var (i, item) in config.Items(ExtraEnv).Index())
        {
            if (!IsAssignment(item)) yield return ParameterDiagnostics.InvalidExtraEnv.For(ExtraEnv.Target, i + 1);
        }
    }

    /// <summary>Whether a text starts with the name of a variable and an equals sign.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/api/API_Environment.html</remarks>
    private static bool IsAssignment(string text) => text.Split('=', 2) is [{ Length: > 0 } name, _]
        && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
