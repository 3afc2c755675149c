using Macro.Core.Configuration;
using Macro.Core.Pipeline;
using Macro.Json;
using static Macro.Core.Configuration.ParameterCatalog;

namespace Macro.Core.Lambda.Steps;

/// <summary>Sets the variables that parameters stand for, where the function has none of that name.</summary>
internal sealed class SetVariables : IFunctionStep
{
    private readonly ConfigCache<List<KeyValuePair<MemberName, Node>>> _variables =
        new(config => [.. Extra(config).Concat(All.SelectMany(parameter => Of(parameter, config))).DistinctBy(variable => variable.Key.Text)]);

    public void Apply(LambdaFunction function, InstrumentationContext context) => function.Variables.SetIfAbsent(_variables[function.Config]);

    private static IEnumerable<KeyValuePair<MemberName, Node>> Extra(MacroConfig config) =>
        config.Items(ExtraEnv).Select(item => item.Split('=', 2)).Where(pair => pair.Length == 2).Select(pair => Variable(pair[0], pair[1]));

    private static IEnumerable<KeyValuePair<MemberName, Node>> Of(Parameter parameter, MacroConfig config) =>
        ValueOf(parameter, config) is { } value ? parameter.Variables.Select(name => Variable(name, value)) : [];

    private static KeyValuePair<MemberName, Node> Variable(string name, Node value) => new(name, value.Freeze());

    private static Node? ValueOf(Parameter parameter, MacroConfig config)
    {
        if (parameter == FlushMetricsToLogs && config.HasExtension) return "false";
        if (parameter == AppVersion && !config.HasExtension) return null;
        if (parameter == CaptureCloudServicePayload) return config.IsTrue(parameter) ? new ScalarNode("all") : null;
        if (parameter == ParameterCatalog.GitData || parameter == AppSecMode) return null;
        return config.Value(parameter);
    }
}
