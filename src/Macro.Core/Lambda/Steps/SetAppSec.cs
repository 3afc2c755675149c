using System.Globalization;
using Macro.Core.Configuration;
using Macro.Core.Diagnostics;
using Macro.Core.Lambda.Functions;
using Macro.Core.Lambda.Languages;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.Lambda.Steps;

/// <summary>Enables App and API Protection in the tracing library or in the extension.</summary>
/// <remarks>Source: https://docs.datadoghq.com/security/application_security/setup/aws/lambda/</remarks>
internal sealed class SetAppSec : IInstrumentationStep<LambdaFunction>
{
    private static readonly MemberName InTracer = "DD_APPSEC_ENABLED";
    private static readonly MemberName InExtension = "DD_SERVERLESS_APPSEC_ENABLED";

    public void Apply(LambdaFunction function, InstrumentationContext context, InstrumentationMemory memory)
    {
        switch (function.Config.Text(ParameterCatalog.AppSecMode))
        {
            case "tracer" when function.Runtime.Language is not { FirstLayerWithAppSecInTracer: not null }:
                context.Diagnostics.Add(
                    FunctionDiagnostics.AppSecTracerLanguage.For(function.Target("Runtime"), function.Runtime.Identifier));
                break;
            case "tracer":
            case "on" when LayerVersion(function) >= function.Runtime.Language?.FirstLayerWithAppSecInTracer:
                function.Variables.SetIfAbsent(InTracer, "true", memory);
                break;
            case "extension" or "on" when !function.Config.HasExtension:
                context.Diagnostics.Add(FunctionDiagnostics.AppSecWithoutExtension.For(new ResourceTarget(function.LogicalId)));
                break;
            case "extension" or "on" when !function.Config.IsTrue(ParameterCatalog.RedirectHandlers):
                context.Diagnostics.Add(FunctionDiagnostics.AppSecWithoutWrapper.For(new ResourceTarget(function.LogicalId)));
                break;
            case "extension" or "on":
                function.Variables.SetIfAbsent(InExtension, "true", memory);
                ExecWrapper.Set(function, context, memory);
                break;
        }
    }

    public void Revert(LambdaFunction function, InstrumentationContext context, InstrumentationMemory memory)
    {
        function.Variables.RemoveUnlessKept(InTracer, memory);
        function.Variables.RemoveUnlessKept(InExtension, memory);
        ExecWrapper.Remove(function, memory);
    }

    /// <summary>The version of the library's layer; null when none is added, or its version is unknown.</summary>
    private static int? LayerVersion(LambdaFunction function)
    {
        var config = function.Config;
        if (function.Runtime.Language is not { } language || !config.IsTrue(ParameterCatalog.AddLayers)) return null;
        if (config.IsSet(language.LayerArn)) return config.Text(language.LayerArn) is { } arn ? LayerArn.Version(arn) : null;
        return Languages.LayerVersion.OfLibrary(config, language)?.Text is not { } version
            ? null : int.Parse(version, CultureInfo.InvariantCulture);
    }
}
