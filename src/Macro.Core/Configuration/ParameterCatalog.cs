namespace Macro.Core.Configuration;

/// <summary>Every parameter of the macro. The parser uses them; docs/parameters.md and its JSON Schema are generated from them.</summary>
public static partial class ParameterCatalog
{
    /// <summary>
    /// The member of a resource's <c>Metadata.Datadog</c> that lists codes of warnings to ignore. It is for previews, and no parameter.
    /// </summary>
    public const string IgnoreMember = "ignore";

    /// <summary>All parameters in the order of the documentation.</summary>
    public static IReadOnlyList<Parameter> All => Index.All;

    /// <summary>All names and other spellings.</summary>
    public static IReadOnlyCollection<string> Names => Index.ByName.Keys;

    /// <summary>The parameter of this name or spelling; null if there is none.</summary>
    public static Parameter? Find(string name) => Index.ByName.GetValueOrDefault(name);

    /// <summary>The parameter that does what a parameter of Datadog's older or other tools did; null if there is none.</summary>
    internal static string? FindSuccessor(string name) => name switch
    {
        "enableASM" or "enableDatadogASM" => AppSecMode.Name,
        "sourceCodeIntegration" or "enableSourceCodeIntegration" => ParameterCatalog.GitData.Name,
        "forwarder" => ForwarderArn.Name,
        "subscribeToAccessLogs" or "subscribeToExecutionLogs" => ForwardApiLogs.Name,
        "skipCloudformationOutputs" => AddOutputs.Name,
        _ => null,
    };

    /// <summary>A class of its own, because the order in which the fields of partial files are initialized is not defined.</summary>
    private static class Index
    {
        public static readonly IReadOnlyList<Parameter> All =
        [
            Enabled, AddLayers, LayerVersion, PythonLayerVersion, NodeLayerVersion, DotnetLayerVersion, JavaLayerVersion,
            RubyLayerVersion, PythonLayerArn, NodeLayerArn, DotnetLayerArn, JavaLayerArn, RubyLayerArn, LayersAccountId,
            PinnedLayerVersions, ExtensionLayerVersion, ExtensionLayerArn, AddExtension, Exclude, ExcludeHelpers, ForwarderArn,
            ForwardApiLogs, ForwardLogGroups, ForwarderPermission, CloudWatchLogs, StackName, StepFunctionForwarderArn, ApiKey,
            ApiKeySecretArn, ApiKeySsmArn, ApiKeySsmName, ApiKmsKey, OrgUuid, GrantSecretAccess, KmsKeyArn, Site, LogLevel,
            FlushMetricsToLogs, EnableEnhancedMetrics, EnableTracing, EnableLogs, EnableXrayTracing, EnableApiXrayTracing,
            EnableMergeXrayTraces,
            CaptureLambdaPayload, CaptureCloudServicePayload, InjectLogContext, Service, Env, AppVersion, Tags, EnableTags, GitData,
            EnableColdStartTracing, MinColdStartTraceDuration, ColdStartTraceSkipLibs, EnableProfiling, EncodeAuthorizerContext,
            DecodeAuthorizerContext, ApmFlushDeadline, LlmObsEnabled, LlmObsMlApp, LlmObsAgentlessEnabled, LambdaFips, AppSecMode,
            RedirectHandlers, CustomHandler, RepublishVersions, ExtraEnv, LogRetentionInDays, RemoveLegacySubscriptions,
            ContainerImages, ImageHasExtension, AddSigningProfile, Monitors, AddOutputs,
        ];

        public static readonly Dictionary<string, Parameter> ByName = Spellings();

        private static Dictionary<string, Parameter> Spellings()
        {
            var spellings = new Dictionary<string, Parameter>();
            for (var i = 0; i < All.Count; i++)
            {
                All[i].Position = i;
                spellings.Add(All[i].Name, All[i]);
                foreach (var spelling in All[i].OtherSpellings) spellings.Add(spelling, All[i]);
            }
            return spellings;
        }
    }
}
