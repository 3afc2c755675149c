using Macro.CloudFormation.Identifiers;
using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;
using static Macro.Core.Configuration.ParameterCatalog;

namespace Macro.Core.Configuration;

/// <summary>What must hold between parameters, whatever the functions are.</summary>
internal static class ConfigRules
{
    /// <summary>Reports every rule that the stack's settings break.</summary>
    public static void CheckStack(InstrumentationContext context)
    {
        foreach (var broken in Broken(context.Config, context))
            context.Diagnostics.Add(broken.For(new MacroParameterTarget(broken.About.Name)));
    }

    /// <summary>Reports every rule that only the settings of one resource break.</summary>
    public static void CheckResource(InstrumentationContext context, MacroConfig config, string logicalId)
    {
        if (ReferenceEquals(config, context.Config)) return;
        var ofStack = Broken(context.Config, context).Select(broken => broken.For(DiagnosticTarget.Request)).ToHashSet();
        foreach (var broken in Broken(config, context).Where(broken => !ofStack.Contains(broken.For(DiagnosticTarget.Request))))
            context.Diagnostics.Add(broken.For(new ResourceParameterTarget(logicalId, broken.About.Name)));
    }

    private static IEnumerable<Breach> Broken(MacroConfig config, InstrumentationContext context) =>
        [.. ApiKeyRules(config), .. LayerRules(config), .. FeatureRules(config), .. ForwarderRules(config, context.Region, context.AccountId)];

    private static IEnumerable<Breach> ApiKeyRules(MacroConfig config)
    {
        var keys = ApiKeys.Where(config.IsSet).ToList();
        if (keys.Count > 1) yield return new(keys[0], target => ParameterDiagnostics.SeveralApiKeys.For(target, string.Join(" and ", keys.Select(key => key.Name))));
        if (config.HasExtension && keys.Count == 0) yield return new(AddExtension, ParameterDiagnostics.ExtensionWithoutApiKey.For);
        if (config.HasExtension && keys is [var only] && only == ApiKeySsmName) yield return new(only, ParameterDiagnostics.SsmNameWithExtension.For);
        if (config.Text(ApiKey) is not null) yield return new(ApiKey, ParameterDiagnostics.PlainApiKey.For);
        if (config.Text(FlushMetricsToLogs) == "false" && !config.HasExtension && keys.Count == 0)
            yield return new(FlushMetricsToLogs, ParameterDiagnostics.MetricsWithoutApiKey.For);
    }

    private static IEnumerable<Breach> LayerRules(MacroConfig config)
    {
        foreach (var (version, arn) in LayerPairs)
        {
            if (config.IsSet(version) && config.IsSet(arn)) yield return new(version, target => ParameterDiagnostics.VersionAndArn.For(target, version.Name, arn.Name));
        }
        if (config.IsTrue(AddExtension) && !config.IsSet(ExtensionLayerVersion) && !config.IsSet(ExtensionLayerArn))
            yield return new(AddExtension, ParameterDiagnostics.ExtensionWithoutVersion.For);
        if (config.HasExtension && config.IsSet(ParameterCatalog.ForwarderArn)) yield return new(ParameterCatalog.ForwarderArn, ParameterDiagnostics.ExtensionWithForwarder.For);
    }

    private static IEnumerable<Breach> FeatureRules(MacroConfig config)
    {
        if (config.IsTrue(LlmObsEnabled) && !config.IsSet(LlmObsMlApp)) yield return new(LlmObsEnabled, ParameterDiagnostics.LlmObsWithoutApp.For);
        if (config.Text(LlmObsMlApp) is { } app && !IsLlmObsAppName(app)) yield return new(LlmObsMlApp, ParameterDiagnostics.InvalidLlmObsAppName.For);
        if (config.Text(AppSecMode) is { } mode && mode != "off" && !config.HasTracing) yield return new(AppSecMode, ParameterDiagnostics.AppSecWithoutTracing.For);
        if (config.IsTrue(LambdaFips) && config.Text(Site) is { } site && !site.EndsWith("ddog-gov.com", StringComparison.Ordinal))
            yield return new(LambdaFips, ParameterDiagnostics.FipsWithoutGovCloudSite.For);
        if (config.Text(ParameterCatalog.GitData) is { } git && !Configuration.GitData.TryParse(git, out _)) yield return new(ParameterCatalog.GitData, ParameterDiagnostics.InvalidGitData.For);
        if (config[ParameterCatalog.Tags] is { Expression: not null }) yield return new(ParameterCatalog.Tags, ParameterDiagnostics.UnknownTags.For);
        for (var i = 0; i < config.Items(ParameterCatalog.ExtraEnv).Count; i++)
        {
            var position = i + 1;
            if (!IsAssignment(config.Items(ParameterCatalog.ExtraEnv)[i])) yield return new(ParameterCatalog.ExtraEnv, target => ParameterDiagnostics.InvalidExtraEnv.For(target, position));
        }
    }

    private static IEnumerable<Breach> ForwarderRules(MacroConfig config, string region, string? accountId)
    {
        foreach (var parameter in (Parameter[])[ParameterCatalog.ForwarderArn, StepFunctionForwarderArn])
        {
            if (config.Text(parameter) is not { } text) continue;
            if (Arn.Parse(text) is not { IsFunction: true } arn) yield return new(parameter, target => ParameterDiagnostics.NotAFunctionArn.For(target, parameter.Name));
            else if (region.Length > 0 && arn.Region != region) yield return new(parameter, target => ParameterDiagnostics.ForwarderElsewhere.For(target, parameter.Name, "region", region));
            else if (accountId is not null && arn.AccountId != accountId)
                yield return new(parameter, target => ParameterDiagnostics.ForwarderElsewhere.For(target, parameter.Name, "account", accountId));
        }
    }

    private static readonly (Parameter Version, Parameter Arn)[] LayerPairs =
    [
        (PythonLayerVersion, PythonLayerArn), (NodeLayerVersion, NodeLayerArn), (DotnetLayerVersion, DotnetLayerArn),
        (JavaLayerVersion, JavaLayerArn), (RubyLayerVersion, RubyLayerArn), (ExtensionLayerVersion, ExtensionLayerArn),
    ];

    /// <remarks>Source: https://docs.datadoghq.com/llm_observability/instrumentation/sdk/ (application naming guidelines)</remarks>
    private static bool IsLlmObsAppName(string name) => name.Length <= 193 && name.All(c => char.IsAsciiLetterOrDigit(c) || "_-:./".Contains(c));

    /// <summary>Whether a text begins with the name of a variable and an equals sign.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/api/API_Environment.html</remarks>
    private static bool IsAssignment(string text) => text.Split('=', 2) is [{ Length: > 0 } name, _]
        && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    /// <summary>A rule that does not hold.</summary>
    /// <param name="About">The parameter that it is about.</param>
    /// <param name="For">Makes the diagnostic.</param>
    private sealed record Breach(Parameter About, Func<DiagnosticTarget, Diagnostic> For);
}
