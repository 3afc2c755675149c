using Macro.Core.Config;
using Macro.Core.Templates;
using static Macro.Core.Config.ParameterCatalog;

namespace Macro.Core.Functions.Steps;

/// <summary>Sets the variables that parameters stand for, where the function has none of that name.</summary>
internal sealed class SetVariables : IFunctionStep
{
    private readonly Dictionary<MacroConfig, List<KeyValuePair<string, Node>>> _byConfig = [];

    public void Apply(LambdaFunction function, Deployment deployment)
    {
        if (!_byConfig.TryGetValue(function.Config, out var variables))
            _byConfig[function.Config] = variables = [.. Extra(function.Config), .. All.SelectMany(parameter => Of(parameter, function.Config))];
        foreach (var (name, value) in variables) function.Variables.SetIfAbsent(name, value);
    }

    private static IEnumerable<KeyValuePair<string, Node>> Extra(MacroConfig config) =>
        config.Items(ExtraEnv).Select(item => item.Split('=', 2)).Where(pair => pair.Length == 2).Select(pair => KeyValuePair.Create(pair[0], (Node)pair[1]));

    private static IEnumerable<KeyValuePair<string, Node>> Of(Parameter parameter, MacroConfig config) =>
        ValueOf(parameter, config) is { } value ? parameter.Variables.Select(name => KeyValuePair.Create(name, value)) : [];

    private static Node? ValueOf(Parameter parameter, MacroConfig config)
    {
        if (parameter == FlushMetricsToLogs && config.HasExtension) return "false";
        if (parameter == AppVersion && !config.HasExtension) return null;
        if (parameter == CaptureCloudServicePayload) return config.IsTrue(parameter) ? new ScalarNode("all") : null;
        if (parameter == ParameterCatalog.GitData || parameter == AppSecMode) return null;
        return config.Value(parameter);
    }
}
