using Macro.CloudFormation.Intrinsics;
using Macro.Core.Configuration;
using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.Lambda.Steps;

/// <summary>Puts Datadog's handler, or its wrapper, before the function's own handler.</summary>
/// <remarks>Source: https://docs.datadoghq.com/serverless/aws_lambda/installation/</remarks>
internal sealed class RedirectHandler : IFunctionStep
{
    private const string Python = "datadog_lambda.handler.handler";
    private const string NodeFromLayer = "/opt/nodejs/node_modules/datadog-lambda-js/handler.handler";
    private const string NodeFromPackage = "node_modules/datadog-lambda-js/dist/handler.handler";
    private static readonly MemberName Variable = "DD_LAMBDA_HANDLER";

    public void Apply(LambdaFunction function, InstrumentationContext context)
    {
        if (!function.Config.IsTrue(ParameterCatalog.RedirectHandlers)) return;
        if (function.Runtime.Language is { Mode: InstrumentationMode.ExecWrapper } && function.Config.HasExtension) ExecWrapper.Set(function, context);
        if (function.Runtime.Language is not { Mode: InstrumentationMode.Handler } language) return;
        if (function.Handler is not { } handler || Intrinsic.IsNoValue(handler))
            context.Diagnostics.Add((function.IsImage ? FunctionDiagnostics.NoCommand : FunctionDiagnostics.NoHandler).For(new ResourceTarget(function.LogicalId)));
        else if (IsDatadogs(function, handler)) return;
        else if (ConditionalValue.Leaves(handler).Any(branch => IsDatadogs(function, branch)))
            context.Diagnostics.Add(FunctionDiagnostics.HandlerInPart.For(new ResourceTarget(function.LogicalId)));
        else Redirect(function, handler, language, context);
    }

    private static bool IsDatadogs(LambdaFunction function, Node? handler) =>
        function.Evaluator.Text(handler) is Python or NodeFromLayer or NodeFromPackage;

    private static void Redirect(LambdaFunction function, Node handler, Language language, InstrumentationContext context)
    {
        if (function.Variables.Values(Variable).Any(value => value is not null && !value.IsSameAs(handler)))
            context.Diagnostics.Add(FunctionDiagnostics.HandlerReplaced.For(new ResourceTarget(function.LogicalId)));
        function.Variables.Set(Variable, handler);
        function.SetHandler(language == Language.Python ? Python : function.Config.IsTrue(ParameterCatalog.AddLayers) ? NodeFromLayer : NodeFromPackage);
    }
}
