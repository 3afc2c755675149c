using System.Text.Json;
using Macro.Core.Configuration;
using Macro.Core.Pipeline;

namespace Macro.Cli.Deployed.Engine;

/// <summary>The settings of a run, for the transform.</summary>
/// <param name="Parameters">The macro's parameters by name.</param>
/// <param name="Variables">The environment variables with account-wide defaults; empty when they are not used.</param>
internal sealed record EngineSettings(
    IReadOnlyDictionary<string, JsonElement> Parameters, IReadOnlyDictionary<string, string> Variables)
{
    /// <summary>The value of the tag <c>dd_sls_macro_by</c>.</summary>
    public const string Tool = "CLI";

    /// <summary>No settings, as for <c>uninstrument</c>.</summary>
    public static EngineSettings None { get; } = new(new Dictionary<string, JsonElement>(), new Dictionary<string, string>());

    /// <summary>The text of a parameter; null when nothing sets it.</summary>
    public string? Text(string name)
    {
        var parameter = ParameterCatalog.Find(name)!;
        foreach (var (key, value) in Parameters)
        {
            if (ParameterCatalog.Find(key) == parameter && value.ToString() is { Length: > 0 } text) return text;
        }
        return Variables.GetValueOrDefault(parameter.ProcessVariable) is { Length: > 0 } given ? given : null;
    }

    /// <summary>The account-wide defaults that are set.</summary>
    public IEnumerable<(Parameter Parameter, string Value)> Defaults => ParameterCatalog.All
        .Where(parameter => Variables.ContainsKey(parameter.ProcessVariable))
        .Select(parameter => (parameter, Variables[parameter.ProcessVariable]));

    /// <summary>The transform's settings for a resource that logs to this group, which the command may create whatever its name.</summary>
    public MacroSettings For(string? logGroup)
    {
        const string prefixes = "DD_MACRO_LOG_GROUP_PREFIXES";
        const string grants = "DD_MACRO_GRANT_SECRET_ACCESS";
        var variables = new Dictionary<string, string>(Variables);
        if (logGroup is not null) variables[prefixes] = logGroup;
        // Whether the role of a deployed function may read the API key is not known here, so it is warned of only if the user asks.
        variables.TryAdd(grants, "false");
        return new MacroSettings(variables) { Tool = Tool, ReplacesOutdatedLayers = true };
    }
}
