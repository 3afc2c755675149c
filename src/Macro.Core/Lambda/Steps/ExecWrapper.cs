using Macro.Core.Diagnostics;
using Macro.Core.Lambda.Functions;
using Macro.Core.Lambda.Languages;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.Lambda.Steps;

/// <summary>The extension's wrapper script, which prepares a runtime for tracing before it starts.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-modify.html</remarks>
internal static class ExecWrapper
{
    public const string Script = "/opt/datadog_wrapper";
    private static readonly Node Value = new ScalarNode(Script).Freeze();
    public static readonly MemberName Variable = "AWS_LAMBDA_EXEC_WRAPPER";

    /// <summary>Sets the wrapper; the user's own wrapper is kept, with a warning.</summary>
    public static void Set(LambdaFunction function, InstrumentationContext context, InstrumentationMemory memory)
    {
        var isAdapter = function.Runtime.Language is { Mode: InstrumentationMode.Handler }
            && FunctionStarts.Of(function) == FunctionStart.WebAdapter;
        if (!isAdapter) function.Variables.SetIfAbsent(Variable, Value, memory);
        if (isAdapter || !function.Variables.All(Variable, IsScript))
            context.Diagnostics.Add(FunctionDiagnostics.OwnWrapper.For(function.Target("Environment")));
    }

    private static bool IsScript(Node? value) => value?.Text == Script;

    /// <summary>Removes the wrapper; the user's own wrapper is kept.</summary>
    public static void Remove(LambdaFunction function, InstrumentationMemory memory)
    {
        if (function.Variables.All(Variable, IsScript)) function.Variables.RemoveUnlessKept(Variable, memory);
    }
}
