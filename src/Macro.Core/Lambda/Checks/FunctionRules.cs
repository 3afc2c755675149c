using Macro.Core.Configuration;
using Macro.Core.Diagnostics;
using Macro.Core.Lambda.Functions;
using Macro.Core.Lambda.Languages;
using Macro.Core.Pipeline;

namespace Macro.Core.Lambda.Checks;

/// <summary>Checks that the settings fit the functions they apply to.</summary>
internal static class FunctionRules
{
    public static void Check(IReadOnlyList<LambdaFunction> functions, InstrumentationContext context)
    {
        foreach (var function in functions)
        {
            context.ConfigValidator.CheckResource(function.Config, function.LogicalId);
            FeatureRules.Check(function, context);
        }
        CheckOneLanguage(functions, context);
        foreach (var function in functions.Where(NeedsExtensionForSecret))
            context.Diagnostics.Add(FunctionDiagnostics.SecretWithoutFlush.For(function.Target("Runtime")));
        SharedLogRoles.Check(functions, context);
        FrozenVersions.Report(functions, context);
    }

    /// <summary>Reports a common layer version for functions of several languages, since each language has its own layer.</summary>
    private static void CheckOneLanguage(IReadOnlyList<LambdaFunction> functions, InstrumentationContext context)
    {
        var languages = functions.Where(TakesCommonVersion).Select(function => function.Runtime.Language!).Distinct().ToList();
        if (languages.Count < 2) return;
        var (names, parameters) = (languages.Select(language => language.Name), languages.Select(language => language.LayerVersion.Name));
        context.Diagnostics.Add(FunctionDiagnostics.SeveralLanguages.For(
            new MacroParameterTarget(ParameterCatalog.LayerVersion.Name), string.Join(", ", names), string.Join(" and ", parameters)));

        bool TakesCommonVersion(LambdaFunction function) =>
            function.Config.IsTrue(ParameterCatalog.AddLayers) && function.Runtime.Language is { } language
            && !function.Config.IsSet(language.LayerArn) && !function.Config.IsSet(language.LayerVersion)
            && context.Config[ParameterCatalog.LayerVersion] is { } common
            && ReferenceEquals(function.Config[ParameterCatalog.LayerVersion], common);
    }

    private static bool NeedsExtensionForSecret(LambdaFunction function) =>
        function.Runtime.Language == LanguageCatalog.Node && !function.Config.HasExtension
        && function.Config.IsSet(ParameterCatalog.ApiKeySecretArn)
        && function.Config.Text(ParameterCatalog.FlushMetricsToLogs) == "false";
}
