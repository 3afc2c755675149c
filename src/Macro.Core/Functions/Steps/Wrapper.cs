using Macro.Core.Diagnostics;
using Macro.Core.Templates;

namespace Macro.Core.Functions.Steps;

/// <summary>The extension's wrapper script, which sets a runtime up for tracing before it starts.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-modify.html</remarks>
internal static class Wrapper
{
    private static readonly MemberName Variable = "AWS_LAMBDA_EXEC_WRAPPER";
    private const string Script = "/opt/datadog_wrapper";

    /// <summary>Sets the wrapper; one of the user's own stays, with a warning.</summary>
    public static void Set(LambdaFunction function, Deployment deployment)
    {
        function.Variables.SetIfAbsent(Variable, Script);
        if (function.Variables.Values(Variable).Any(value => value?.Text != Script)) deployment.Diagnostics.Add(DiagnosticCatalog.OwnWrapper, function.LogicalId);
    }
}
