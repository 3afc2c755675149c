using System.Globalization;
using Macro.Core.Config;
using Macro.Core.Diagnostics;

namespace Macro.Core.Functions.Steps;

/// <summary>Turns App and API Protection on, in the tracing library or in the extension.</summary>
/// <remarks>Source: https://docs.datadoghq.com/security/application_security/setup/aws/lambda/</remarks>
internal sealed class SetAppSec : IFunctionStep
{
    private const int FirstPythonLayerWithTracerMode = 114;

    public void Apply(LambdaFunction function, Deployment deployment)
    {
        switch (function.Config.Text(ParameterCatalog.AppSecMode))
        {
            case "tracer" when function.Runtime.Language != Language.Python:
                deployment.Diagnostics.Add(DiagnosticCatalog.AppSecTracerLanguage, function.LogicalId, function.Runtime.Identifier);
                break;
            case "tracer":
            case "on" when PythonLayerVersion(function) >= FirstPythonLayerWithTracerMode:
                function.Variables.SetIfAbsent("DD_APPSEC_ENABLED", "true");
                break;
            case "extension" or "on" when !function.Config.HasExtension:
                deployment.Diagnostics.Add(DiagnosticCatalog.AppSecWithoutExtension, function.LogicalId);
                break;
            case "extension" or "on" when !function.Config.IsTrue(ParameterCatalog.RedirectHandlers):
                deployment.Diagnostics.Add(DiagnosticCatalog.AppSecWithoutWrapper, function.LogicalId);
                break;
            case "extension" or "on":
                function.Variables.SetIfAbsent("DD_SERVERLESS_APPSEC_ENABLED", "true");
                Wrapper.Set(function, deployment);
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
