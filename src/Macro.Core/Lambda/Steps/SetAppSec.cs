using System.Globalization;
using Macro.Core.Configuration;
using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;

namespace Macro.Core.Lambda.Steps;

/// <summary>Turns App and API Protection on, in the tracing library or in the extension.</summary>
/// <remarks>Source: https://docs.datadoghq.com/security/application_security/setup/aws/lambda/</remarks>
internal sealed class SetAppSec : IFunctionStep
{
    private const int FirstPythonLayerWithTracerMode = 114;

    public void Apply(LambdaFunction function, InstrumentationContext context)
    {
        switch (function.Config.Text(ParameterCatalog.AppSecMode))
        {
            case "tracer" when function.Runtime.Language != Language.Python:
                context.Diagnostics.Add(FunctionDiagnostics.AppSecTracerLanguage.For(new ResourceTarget(function.LogicalId), function.Runtime.Identifier));
                break;
            case "tracer":
            case "on" when PythonLayerVersion(function) >= FirstPythonLayerWithTracerMode:
                function.Variables.SetIfAbsent("DD_APPSEC_ENABLED", "true");
                break;
            case "extension" or "on" when !function.Config.HasExtension:
                context.Diagnostics.Add(FunctionDiagnostics.AppSecWithoutExtension.For(new ResourceTarget(function.LogicalId)));
                break;
            case "extension" or "on" when !function.Config.IsTrue(ParameterCatalog.RedirectHandlers):
                context.Diagnostics.Add(FunctionDiagnostics.AppSecWithoutWrapper.For(new ResourceTarget(function.LogicalId)));
                break;
            case "extension" or "on":
                function.Variables.SetIfAbsent("DD_SERVERLESS_APPSEC_ENABLED", "true");
                ExecWrapper.Set(function, context);
                break;
        }
    }

    private static int? PythonLayerVersion(LambdaFunction function)
    {
        var config = function.Config;
        if (function.Runtime.Language != Language.Python || !config.IsTrue(ParameterCatalog.AddLayers)) return null;
        if (config.Text(ParameterCatalog.PythonLayerArn) is { } arn) return LayerArn.Version(arn);
        var version = config.Text(ParameterCatalog.PythonLayerVersion) ?? config.Text(ParameterCatalog.LayerVersion);
        return version is null ? null : int.Parse(version, CultureInfo.InvariantCulture);
    }
}
