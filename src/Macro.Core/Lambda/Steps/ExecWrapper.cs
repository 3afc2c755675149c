using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.Lambda.Steps;

/// <summary>The extension's wrapper script, which sets a runtime up for tracing before it starts.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-modify.html</remarks>
internal static class ExecWrapper
{
    private static readonly MemberName Variable = "AWS_LAMBDA_EXEC_WRAPPER";
    private const string Script = "/opt/datadog_wrapper";

    /// <summary>Sets the wrapper; one of the user's own stays, with a warning.</summary>
    public static void Set(LambdaFunction function, InstrumentationContext context)
    {
        function.Variables.SetIfAbsent(Variable, Script);
        if (function.Variables.Values(Variable).Any(value => value?.Text != Script))
            context.Diagnostics.Add(FunctionDiagnostics.OwnWrapper.For(new ResourceTarget(function.LogicalId)));
    }
}
