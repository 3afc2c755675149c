using Macro.CloudFormation.Intrinsics;
using Macro.Core.Configuration;
using Macro.Core.Diagnostics;
using Macro.Core.Lambda.Functions;
using Macro.Core.Lambda.Languages;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.Lambda.Steps;

/// <summary>Redirects the function's handler to Datadog's handler, or sets the exec wrapper.</summary>
/// <remarks>Source: https://docs.datadoghq.com/serverless/aws_lambda/installation/</remarks>
internal sealed class RedirectHandler : IInstrumentationStep<LambdaFunction>
{
    private const string VariableName = "DD_LAMBDA_HANDLER";
    private static readonly MemberName Variable = VariableName;

    public void Apply(LambdaFunction function, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (memory.IsRecording && IsDatadogHandler(function, function.Handler)) memory.KeptVariables.Add(VariableName);
        if (!function.Config.IsTrue(ParameterCatalog.RedirectHandlers)) return;
        switch (function.Runtime.Language)
        {
            case { Mode: InstrumentationMode.ExecWrapper } when function.Config.HasExtension:
                ExecWrapper.Set(function, context, memory);
                break;
            case { Mode: InstrumentationMode.Handler } language:
                Start(function, language, context, memory);
                break;
        }
    }

    private static void Start(LambdaFunction function, Language language, InstrumentationContext context, InstrumentationMemory memory)
    {
        switch (FunctionStarts.Of(function))
        {
            case FunctionStart.Runtime:
                Redirect(function, language, context, memory);
                break;
            case FunctionStart.WebAdapter:
                WebAdapter.Set(function, context, memory);
                break;
            case FunctionStart.OwnWrapper when !IsDatadogHandler(function, function.Handler):
                context.Diagnostics.Add(FeatureDiagnostics.OwnWrapperStarts.For(function.Target("Environment")));
                break;
            case FunctionStart.Script:
                context.Diagnostics.Add(FeatureDiagnostics.HandlerIsProgram.For(
                    function.Target(function.IsImage ? "ImageConfig" : "Handler"), function.Evaluator.Text(function.Handler) ?? "in part"));
                break;
        }
    }

    /// <summary>Restores the handler from <c>DD_LAMBDA_HANDLER</c>.</summary>
    public void Revert(LambdaFunction function, InstrumentationContext context, InstrumentationMemory memory)
    {
        ExecWrapper.Remove(function, memory);
        WebAdapter.Remove(function, memory);
        if (memory.KeptVariables.Contains(VariableName) || !IsDatadogHandler(function, function.Handler)) return;
        if (function.Variables.Values(Variable).FirstOrDefault() is not { } handler) return;
        function.SetHandler(handler);
        var previous = memory.Recall(VariableName);
        function.Variables.Edit(Variable, _ => previous is null ? null : (Node)previous, ValueVisibility.Secret);
    }

    private static void Redirect(LambdaFunction function, Language language, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (function.Handler is not { } handler || Intrinsic.IsNoValue(handler))
            context.Diagnostics.Add(function.IsImage
                ? FunctionDiagnostics.NoCommand.For(function.Target("ImageConfig"))
                : FunctionDiagnostics.NoHandler.For(new ResourceTarget(function.LogicalId)));
        else if (IsDatadogHandler(function, handler)) return;
        else if (!ConditionalValue.All(handler, function, static (branch, function) => !IsDatadogHandler(function, branch)))
            context.Diagnostics.Add(FunctionDiagnostics.HandlerInPart.For(function.Target("Handler")));
        else Replace(function, handler, language, context, memory);
    }

    private static bool IsDatadogHandler(LambdaFunction function, Node? handler) =>
        function.Evaluator.Text(handler) is { } text
            && (LanguageCatalog.IsDatadogHandler(text) || text == function.Config.Text(ParameterCatalog.CustomHandler));

    private static void Replace(
        LambdaFunction function, Node handler, Language language, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (memory.IsRecording) memory.Remember(VariableName, function.Variables.Values(Variable).FirstOrDefault()?.Text);
        if (function.Variables.HasOther(Variable, handler))
            context.Diagnostics.Add(FunctionDiagnostics.HandlerReplaced.For(new ResourceTarget(function.LogicalId)));
        function.Variables.Set(Variable, handler);
        function.SetHandler(function.Config.Value(ParameterCatalog.CustomHandler)
            ?? (function.Config.IsTrue(ParameterCatalog.AddLayers) ? language.LayerHandler : language.PackageHandler)!);
    }
}
