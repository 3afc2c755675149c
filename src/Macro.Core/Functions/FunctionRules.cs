using Macro.Core.Config;
using Macro.Core.Diagnostics;

namespace Macro.Core.Functions;

/// <summary>What must hold between the settings and the functions that they meet.</summary>
internal static class FunctionRules
{
    public static void Check(IReadOnlyList<LambdaFunction> functions, Deployment deployment)
    {
        foreach (var function in functions) ConfigRules.CheckResource(deployment, function.Config, function.LogicalId);
        CheckOneLanguage(functions, deployment);
        foreach (var function in functions.Where(NeedsExtensionForSecret)) deployment.Diagnostics.Add(DiagnosticCatalog.SecretWithoutFlush, function.LogicalId);
        ApiKeyPermission.Check(functions, deployment);
        FrozenVersions.Report(functions, deployment);
    }

    /// <summary>A version given for all layers fits only when one layer is meant.</summary>
    private static void CheckOneLanguage(IReadOnlyList<LambdaFunction> functions, Deployment deployment)
    {
        var languages = functions.Where(TakesCommonVersion).Select(function => function.Runtime.Language!).Distinct().ToList();
        if (languages.Count < 2) return;
        var (names, parameters) = (languages.Select(language => language.Name), languages.Select(language => language.LayerVersion.Name));
        deployment.Diagnostics.Add(DiagnosticCatalog.SeveralLanguages, ParameterCatalog.LayerVersion.Name, string.Join(", ", names), string.Join(" and ", parameters));

        bool TakesCommonVersion(LambdaFunction function) =>
            function.Config.IsTrue(ParameterCatalog.AddLayers) && function.Runtime.Language is { } language
            && !function.Config.IsSet(language.LayerArn) && !function.Config.IsSet(language.LayerVersion)
            && deployment.Config[ParameterCatalog.LayerVersion] is { } common && ReferenceEquals(function.Config[ParameterCatalog.LayerVersion], common);
    }

    private static bool NeedsExtensionForSecret(LambdaFunction function) =>
        function.Runtime.Language == Language.Node && !function.Config.HasExtension && function.Config.IsSet(ParameterCatalog.ApiKeySecretArn)
        && function.Config.Text(ParameterCatalog.FlushMetricsToLogs) == "false";
}
