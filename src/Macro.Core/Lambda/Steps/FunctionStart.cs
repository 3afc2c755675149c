using Macro.CloudFormation.Intrinsics;
using Macro.Core.Lambda.Functions;
using Macro.Json;

namespace Macro.Core.Lambda.Steps;

/// <summary>What starts a function's code.</summary>
internal enum FunctionStart
{
    /// <summary>The runtime, which calls the handler.</summary>
    Runtime,

    /// <summary>The Lambda Web Adapter, which starts the handler as a program.</summary>
    WebAdapter,

    /// <summary>Another wrapper of the user's own.</summary>
    OwnWrapper,

    /// <summary>The handler is a program, not <c>module.function</c>.</summary>
    Script,
}

/// <summary>Finds out what starts the code of a Python or Node.js function.</summary>
/// <remarks>
/// Sources: https://github.com/awslabs/aws-lambda-web-adapter#lambda-functions-packaged-as-zip-package-for-aws-managed-runtimes,
/// https://docs.aws.amazon.com/lambda/latest/dg/runtimes-modify.html
/// </remarks>
internal static class FunctionStarts
{
    private const string AdapterScript = "/opt/bootstrap";
    private const string AdapterLayer = ":layer:LambdaAdapterLayer";

    public static FunctionStart Of(LambdaFunction function)
    {
        if (HasWrapper(function, text => text is not ("" or ExecWrapper.Script)))
        {
            return HasWrapper(function, text => text is not ("" or ExecWrapper.Script or AdapterScript))
                ? FunctionStart.OwnWrapper
                : FunctionStart.WebAdapter;
        }
        if (function.HasLayer(text => text.Contains(AdapterLayer, StringComparison.Ordinal))) return FunctionStart.WebAdapter;
        return ConditionalValue.All(function.Handler, function, static (handler, function) => !IsProgram(handler, function))
            ? FunctionStart.Runtime
            : FunctionStart.Script;
    }

    /// <summary>Whether any value of the wrapper's variable passes a test, which gets null for a value that is unknown.</summary>
    private static bool HasWrapper(LambdaFunction function, Func<string?, bool> test) =>
        function.Variables.Has(ExecWrapper.Variable) && HasWrapperThat(function, test);

    private static bool HasWrapperThat(LambdaFunction function, Func<string?, bool> test) =>
        function.Variables.Has(ExecWrapper.Variable, value =>
            !ConditionalValue.All(value, leaf => leaf is null || !test(function.Evaluator.Text(leaf))));

    /// <summary>
    /// Whether a handler certainly names a program. The first word of an image's command is one if it has no dot; in a package, Lambda
    /// itself rejects such a handler.
    /// </summary>
    private static bool IsProgram(Node? handler, LambdaFunction function) => function.Evaluator.Text(handler) is { } text
        && (text.EndsWith(".sh", StringComparison.Ordinal) || text.Contains(' ', StringComparison.Ordinal)
            || function.IsImage && !text.Contains('.', StringComparison.Ordinal));
}
