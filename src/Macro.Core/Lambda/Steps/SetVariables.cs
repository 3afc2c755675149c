using Macro.Core.Configuration;
using Macro.Core.Lambda.Checks;
using Macro.Core.Lambda.Functions;
using Macro.Core.Pipeline;
using Macro.Json;
using static Macro.Core.Configuration.ParameterCatalog;

namespace Macro.Core.Lambda.Steps;

/// <summary>Sets the environment variables that the parameters define, unless the function has a variable of that name.</summary>
internal sealed class SetVariables : IInstrumentationStep<LambdaFunction>
{
    private readonly ConfigCache<VariableBatch> _batches;

    public SetVariables(InstrumentationContext context) => _batches = new(config => Batch(config, context));

    /// <summary>Variables that the macro may set, whatever the settings are, apart from <c>DD_LAMBDA_HANDLER</c>.</summary>
    public static readonly MemberName[] Known =
    [
        .. All.SelectMany(parameter => parameter.Variables)
            .Append(SetTracing.MergeXrayTraces.Text).Append(ExecWrapper.Variable.Text).Append(SetDurableLogs.Variable.Text)
            .Concat(WebAdapter.Variables.Select(name => name.Text)).Distinct(),
    ];

    public void Apply(LambdaFunction function, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (memory.IsRecording) RememberOwn(function, memory);
        var batch = _batches[function.Config];
        if (!FunctionLimits.AllowsVariables(batch.Variables.Count, function, context.Diagnostics)) return;
        function.Variables.SetIfAbsent(batch, memory);
    }

    /// <summary>Records which variables that the macro may set the user has set, because reverting does not know the settings.</summary>
    private static void RememberOwn(LambdaFunction function, InstrumentationMemory memory)
    {
        foreach (var name in Known)
        {
            if (function.Variables.Values(name).Any(value => value is not null)) memory.NoteVariable(name.Text, isSet: true);
        }
    }

    public void Revert(LambdaFunction function, InstrumentationContext context, InstrumentationMemory memory)
    {
        foreach (var name in All.SelectMany(parameter => parameter.Variables).Concat(memory.AddedVariables).Distinct())
            function.Variables.RemoveUnlessKept(name, memory);
    }

    /// <summary>Returns the variables from the settings. If two have the same name, the one from <c>extraEnv</c> wins.</summary>
    private static VariableBatch Batch(MacroConfig config, InstrumentationContext context)
    {
        var variables = new List<KeyValuePair<MemberName, Node>>();
        var extraNames = new HashSet<string>();
        foreach (var item in config.Items(ExtraEnv))
        {
            if (item.Split('=', 2) is [var name, var value] && extraNames.Add(name)) variables.Add(new(name, value));
        }
        var secret = new HashSet<string>(extraNames);
        var names = new HashSet<string>(extraNames);
        foreach (var parameter in All)
        {
            if (parameter.Variables.IsEmpty || ValueOf(parameter, config, context.Region) is not { } value) continue;
            foreach (var name in parameter.VariableNames)
            {
                if (names.Add(name.Text)) variables.Add(new(name, value));
                if (context.IsSecret(parameter)) secret.Add(name.Text);
            }
        }
        return new(new MemberBlock(variables), secret, extraNames);
    }

    private static Node? ValueOf(Parameter parameter, MacroConfig config, string region)
    {
        if (parameter == LambdaFips && config.HasFipsByDefault(region)) return "true";
        if (parameter == FlushMetricsToLogs && config.HasExtension) return "false";
        if (parameter == InjectLogContext && config.HasExtension && config.IsSet(parameter)) return "false";
        if (parameter == AppVersion && !config.HasExtension) return null;
        if (parameter == CaptureCloudServicePayload) return config.IsTrue(parameter) ? new ScalarNode("all") : null;
        if (parameter == ParameterCatalog.GitData || parameter == AppSecMode) return null;
        return config.Value(parameter);
    }
}
