using static Macro.Core.Configuration.ParameterType;

namespace Macro.Core.Configuration;

/// <summary>Every parameter, one entry each, in the order of the documentation. The parser, docs/parameters.md and its JSON Schema come from here.</summary>
internal static class ParameterCatalog
{
    /// <summary>Datadog's sites.</summary>
    /// <remarks>Source: https://docs.datadoghq.com/getting_started/site/</remarks>
    private static readonly string[] Sites =
    [
        "datadoghq.com", "datadoghq.eu", "us3.datadoghq.com", "us5.datadoghq.com", "ap1.datadoghq.com", "ap2.datadoghq.com",
        "uk1.datadoghq.com", "ddog-gov.com", "us2.ddog-gov.com",
    ];

    /// <summary>The retentions that CloudWatch Logs takes.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html</remarks>
    private static readonly string[] RetentionDays =
    [
        "1", "3", "5", "7", "14", "30", "60", "90", "120", "150", "180", "365", "400", "545", "731", "1096", "1827", "2192", "2557", "2922",
        "3288", "3653",
    ];

    private static readonly string[] ApiKeyNames = ["apiKey", "apiKeySecretArn", "apiKeySsmArn", "apiKeySsmName", "apiKMSKey"];

    private static readonly string[] LibraryLayers =
    [
        "pythonLayerVersion", "nodeLayerVersion", "dotnetLayerVersion", "javaLayerVersion", "rubyLayerVersion",
        "pythonLayerArn", "nodeLayerArn", "dotnetLayerArn", "javaLayerArn", "rubyLayerArn",
    ];

    public static readonly Parameter Enabled = Own("enabled", Flag, "Whether anything is instrumented; false gives the template back as it came.", "ENABLED") with { Default = "true", PerResource = true };
    public static readonly Parameter AddLayers = Own("addLayers", Flag, "Whether the tracing library is added as a layer; false when your packages bring it along.", "ADD_LAYERS") with { Default = "true", PerResource = true };
    public static readonly Parameter LayerVersion = Version("layerVersion", "Version of the tracing library's layer, for templates whose functions are all of one language.", "LAYER_VERSION") with { Replaces = LibraryLayers };
    public static readonly Parameter PythonLayerVersion = Version("pythonLayerVersion", "Version of the layer Datadog-Python….", "PYTHON_LAYER_VERSION") with { Replaces = ["pythonLayerArn"] };
    public static readonly Parameter NodeLayerVersion = Version("nodeLayerVersion", "Version of the layer Datadog-Node….", "NODE_LAYER_VERSION") with { Replaces = ["nodeLayerArn"] };
    public static readonly Parameter DotnetLayerVersion = Version("dotnetLayerVersion", "Version of the layer dd-trace-dotnet.", "DOTNET_LAYER_VERSION") with { Replaces = ["dotnetLayerArn"] };
    public static readonly Parameter JavaLayerVersion = Version("javaLayerVersion", "Version of the layer dd-trace-java.", "JAVA_LAYER_VERSION") with { Replaces = ["javaLayerArn"] };
    public static readonly Parameter RubyLayerVersion = Version("rubyLayerVersion", "Version of the layer Datadog-Ruby….", "RUBY_LAYER_VERSION") with { Replaces = ["rubyLayerArn"] };
    public static readonly Parameter PythonLayerArn = Arn("pythonLayerArn", "Python", "PYTHON_LAYER_ARN") with { Replaces = ["pythonLayerVersion"] };
    public static readonly Parameter NodeLayerArn = Arn("nodeLayerArn", "Node.js", "NODE_LAYER_ARN") with { Replaces = ["nodeLayerVersion"] };
    public static readonly Parameter DotnetLayerArn = Arn("dotnetLayerArn", ".NET", "DOTNET_LAYER_ARN") with { Replaces = ["dotnetLayerVersion"] };
    public static readonly Parameter JavaLayerArn = Arn("javaLayerArn", "Java", "JAVA_LAYER_ARN") with { Replaces = ["javaLayerVersion"] };
    public static readonly Parameter RubyLayerArn = Arn("rubyLayerArn", "Ruby", "RUBY_LAYER_ARN") with { Replaces = ["rubyLayerVersion"] };
    public static readonly Parameter LayersAccountId = Own("layersAccountId", Text, "Account that publishes the layers, where it is not Datadog's.", "LAYERS_ACCOUNT_ID") with { OtherSpellings = ["useLayersFromAccount"], MustBeKnown = true };
    public static readonly Parameter ExtensionLayerVersion = Version("extensionLayerVersion", "Version of the layer Datadog-Extension; turns the extension on.", "EXTENSION_LAYER_VERSION") with { Replaces = ["extensionLayerArn", "forwarderArn"] };
    public static readonly Parameter ExtensionLayerArn = Own("extensionLayerArn", Text, "Layer version ARN of the extension, instead of a version; turns the extension on.", "EXTENSION_LAYER_ARN") with { PerResource = true, Replaces = ["extensionLayerVersion", "forwarderArn"] };
    public static readonly Parameter AddExtension = Own("addExtension", Flag, "Whether the Datadog extension is added; needs its version or ARN. Default: true when one of these is set.", "ADD_EXTENSION") with { PerResource = true, Replaces = ["forwarderArn"] };
    public static readonly Parameter Exclude = Own("exclude", List, "Logical ids of functions and state machines to leave alone; * and ? are wildcards.", "EXCLUDE");
    public static readonly Parameter ForwarderArn = Own("forwarderArn", Text, "ARN of the Datadog Forwarder that the functions' logs go to.", "FORWARDER_ARN") with { Replaces = ["addExtension", "extensionLayerVersion", "extensionLayerArn"] };
    public static readonly Parameter StackName = Own("stackName", Text, "Accepted for compatibility; log forwarding does not need it.", "STACK_NAME");
    public static readonly Parameter StepFunctionForwarderArn = Own("stepFunctionForwarderArn", Text, "ARN of the Datadog Forwarder that the state machines' logs go to; turns their instrumentation on.", "STEP_FUNCTION_FORWARDER_ARN");
    public static readonly Parameter ApiKey = Key("apiKey", "Datadog API key in plain text; prefer a secret.", "DD_API_KEY") with { IsSecret = true };
    public static readonly Parameter ApiKeySecretArn = Key("apiKeySecretArn", "ARN of the Secrets Manager secret that holds the API key.", "DD_API_KEY_SECRET_ARN");
    public static readonly Parameter ApiKeySsmArn = Key("apiKeySsmArn", "ARN of the SSM parameter that holds the API key.", "DD_API_KEY_SSM_ARN");
    public static readonly Parameter ApiKeySsmName = Key("apiKeySsmName", "Name of the SSM parameter that holds the API key; read by the libraries, not by the extension.", "DD_API_KEY_SSM_NAME");
    public static readonly Parameter ApiKmsKey = Key("apiKMSKey", "API key encrypted with KMS.", "DD_KMS_API_KEY") with { OtherSpellings = ["apiKmsKey"], IsSecret = true };
    public static readonly Parameter Site = Variable("site", Choice, "Datadog site that the data goes to.", "DD_SITE") with { Default = "datadoghq.com", Choices = Sites, PerResource = false };
    public static readonly Parameter LogLevel = Variable("logLevel", Text, "Log level of the library and the extension.", "DD_LOG_LEVEL");
    public static readonly Parameter FlushMetricsToLogs = Variable("flushMetricsToLogs", Flag, "Whether metrics travel in the logs; always false with the extension.", "DD_FLUSH_TO_LOG") with { Default = "true", PerResource = false };
    public static readonly Parameter EnableEnhancedMetrics = Variable("enableEnhancedMetrics", Flag, "Whether enhanced Lambda metrics are sent.", "DD_ENHANCED_METRICS") with { Default = "true" };
    public static readonly Parameter EnableTracing = Variable("enableDDTracing", Flag, "Whether Datadog traces the function.", "DD_TRACE_ENABLED") with { Default = "true", OtherSpellings = ["enableDatadogTracing"] };
    public static readonly Parameter EnableLogs = Variable("enableDDLogs", Flag, "Whether the extension sends logs.", "DD_SERVERLESS_LOGS_ENABLED") with { Default = "true", OtherSpellings = ["enableDatadogLogs"] };
    public static readonly Parameter EnableXrayTracing = Own("enableXrayTracing", Flag, "Whether AWS X-Ray traces the function.", "ENABLE_XRAY_TRACING") with { Default = "false", PerResource = true };
    public static readonly Parameter CaptureLambdaPayload = Variable("captureLambdaPayload", Flag, "Whether request and response payloads are captured.", "DD_CAPTURE_LAMBDA_PAYLOAD") with { Default = "false" };
    public static readonly Parameter CaptureCloudServicePayload = Own("captureCloudServicePayload", Flag, "Whether payloads of calls to AWS services are captured.", "CAPTURE_CLOUD_SERVICE_PAYLOAD") with { PerResource = true, Variables = ["DD_TRACE_CLOUD_REQUEST_PAYLOAD_TAGGING", "DD_TRACE_CLOUD_RESPONSE_PAYLOAD_TAGGING"] };
    public static readonly Parameter InjectLogContext = Variable("injectLogContext", Flag, "Whether trace ids are put into the function's logs.", "DD_LOGS_INJECTION");
    public static readonly Parameter Service = Variable("service", Text, "Service name.", "DD_SERVICE");
    public static readonly Parameter Env = Variable("env", Text, "Environment, such as prod.", "DD_ENV");
    public static readonly Parameter AppVersion = Variable("version", Text, "Version of your application; set as a variable with the extension.", "DD_VERSION");
    public static readonly Parameter Tags = Variable("tags", List, "Tags, each key:value.", "DD_TAGS") with { MustBeKnown = false };
    public static readonly Parameter GitData = Own("gitData", Text, "Commit hash and repository URL, separated by a comma; appended to DD_TAGS.", "GIT_DATA") with { MustBeKnown = true, Variables = ["DD_TAGS"] };
    public static readonly Parameter EnableColdStartTracing = Variable("enableColdStartTracing", Flag, "Whether cold starts are traced.", "DD_COLD_START_TRACING");
    public static readonly Parameter MinColdStartTraceDuration = Variable("minColdStartTraceDuration", Number, "Shortest module load, in milliseconds, that a cold-start trace shows.", "DD_MIN_COLD_START_DURATION") with { OtherSpellings = ["coldStartTraceMinDuration"] };
    public static readonly Parameter ColdStartTraceSkipLibs = Variable("coldStartTraceSkipLibs", List, "Libraries that cold-start traces leave out.", "DD_COLD_START_TRACE_SKIP_LIB") with { MustBeKnown = false };
    public static readonly Parameter EnableProfiling = Variable("enableProfiling", Flag, "Whether the continuous profiler runs.", "DD_PROFILING_ENABLED");
    public static readonly Parameter EncodeAuthorizerContext = Variable("encodeAuthorizerContext", Flag, "Whether Lambda authorizers hand the trace context on.", "DD_ENCODE_AUTHORIZER_CONTEXT");
    public static readonly Parameter DecodeAuthorizerContext = Variable("decodeAuthorizerContext", Flag, "Whether functions read the trace context from their authorizer.", "DD_DECODE_AUTHORIZER_CONTEXT");
    public static readonly Parameter ApmFlushDeadline = Variable("apmFlushDeadline", Number, "Milliseconds before the timeout at which traces are sent.", "DD_APM_FLUSH_DEADLINE_MILLISECONDS");
    public static readonly Parameter LlmObsEnabled = Variable("llmObsEnabled", Flag, "Whether LLM Observability is on; needs llmObsMlApp.", "DD_LLMOBS_ENABLED");
    public static readonly Parameter LlmObsMlApp = Variable("llmObsMlApp", Text, "Name of the LLM application: 1 to 193 letters, digits and _ - : . /", "DD_LLMOBS_ML_APP");
    public static readonly Parameter LlmObsAgentlessEnabled = Variable("llmObsAgentlessEnabled", Flag, "Whether LLM Observability sends its data without the extension.", "DD_LLMOBS_AGENTLESS_ENABLED");
    public static readonly Parameter LambdaFips = Variable("lambdaFips", Flag, "Whether FIPS endpoints are used, and the extension's FIPS layer.", "DD_LAMBDA_FIPS_MODE") with { OtherSpellings = ["isFIPSEnabled"] };
    public static readonly Parameter AppSecMode = Own("appSecMode", Choice, "App and API Protection: in the tracing library, in the extension, or on: whichever fits the function.", "APP_SEC_MODE") with { Choices = ["off", "on", "extension", "tracer"], PerResource = true, OtherSpellings = ["datadogAppSecMode"], Variables = ["DD_APPSEC_ENABLED", "DD_SERVERLESS_APPSEC_ENABLED"] };
    public static readonly Parameter RedirectHandlers = Own("redirectHandlers", Flag, "Whether the handler is replaced by Datadog's, or the wrapper set.", "REDIRECT_HANDLERS") with { Default = "true", PerResource = true, OtherSpellings = ["redirectHandler"] };
    public static readonly Parameter ExtraEnv = Own("extraEnv", List, "Further variables, each NAME=value, for what has no parameter yet.", "EXTRA_ENV") with { PerResource = true, IsSecret = true };
    public static readonly Parameter LogRetentionInDays = Own("logRetentionInDays", Number, "Retention of the log groups that the macro makes, in days.", "LOG_RETENTION_IN_DAYS") with { Minimum = 1, Choices = RetentionDays };
    public static readonly Parameter RemoveLegacySubscriptions = Own("removeLegacySubscriptions", Flag, "Whether the subscription filters that Datadog's own macro left behind are removed.", "REMOVE_LEGACY_SUBSCRIPTIONS") with { Default = "false" };
    public static readonly Parameter ContainerImages = Own("containerImages", Choice, "What to do with container images: leave them alone, or treat them as Python or Node.js.", "CONTAINER_IMAGES") with { Default = "skip", Choices = ["skip", "python", "node"], PerResource = true };
    public static readonly Parameter AddSigningProfile = Own("addSigningProfile", Flag, "Whether Datadog's signing profile is added to code-signing configurations of the template.", "ADD_SIGNING_PROFILE") with { Default = "false" };

    /// <summary>All parameters in the order of the documentation.</summary>
    public static readonly IReadOnlyList<Parameter> All =
    [
        Enabled, AddLayers, LayerVersion, PythonLayerVersion, NodeLayerVersion, DotnetLayerVersion, JavaLayerVersion, RubyLayerVersion,
        PythonLayerArn, NodeLayerArn, DotnetLayerArn, JavaLayerArn, RubyLayerArn, LayersAccountId, ExtensionLayerVersion, ExtensionLayerArn,
        AddExtension, Exclude, ForwarderArn, StackName, StepFunctionForwarderArn, ApiKey, ApiKeySecretArn, ApiKeySsmArn, ApiKeySsmName,
        ApiKmsKey, Site, LogLevel, FlushMetricsToLogs, EnableEnhancedMetrics, EnableTracing, EnableLogs, EnableXrayTracing,
        CaptureLambdaPayload, CaptureCloudServicePayload, InjectLogContext, Service, Env, AppVersion, Tags, GitData, EnableColdStartTracing,
        MinColdStartTraceDuration, ColdStartTraceSkipLibs, EnableProfiling, EncodeAuthorizerContext, DecodeAuthorizerContext,
        ApmFlushDeadline, LlmObsEnabled, LlmObsMlApp, LlmObsAgentlessEnabled, LambdaFips, AppSecMode, RedirectHandlers, ExtraEnv,
        LogRetentionInDays, RemoveLegacySubscriptions, ContainerImages, AddSigningProfile,
    ];

    /// <summary>The parameters that name the API key; a function has one of them at most.</summary>
    public static readonly IReadOnlyList<Parameter> ApiKeys = [ApiKey, ApiKeySecretArn, ApiKeySsmArn, ApiKeySsmName, ApiKmsKey];

    private static readonly Dictionary<string, Parameter> ByName = All
        .SelectMany(parameter => parameter.OtherSpellings.Append(parameter.Name), (parameter, name) => (name, parameter))
        .ToDictionary(entry => entry.name, entry => entry.parameter);

    /// <summary>All names and other spellings.</summary>
    public static IReadOnlyCollection<string> Names => ByName.Keys;

    /// <summary>The parameter of this name or spelling; null when there is none.</summary>
    public static Parameter? Find(string name) => ByName.GetValueOrDefault(name);

    private static Parameter Own(string name, ParameterType type, string description, string processVariable) =>
        new(name, type, description) { ProcessVariable = $"DD_MACRO_{processVariable}" };

    private static Parameter Version(string name, string description, string processVariable) =>
        Own(name, Number, description, processVariable) with { Minimum = 1, PerResource = true };

    private static Parameter Arn(string name, string language, string processVariable) =>
        Own(name, Text, $"Layer version ARN of the {language} library, instead of a version.", processVariable) with { PerResource = true };

    /// <summary>A parameter that is a variable of the function, and has that variable of the macro's process as default.</summary>
    private static Parameter Variable(string name, ParameterType type, string description, string variable) =>
        new(name, type, description) { ProcessVariable = variable, Variables = [variable], PerResource = true };

    private static Parameter Key(string name, string description, string variable) =>
        Variable(name, Text, description, variable) with { PerResource = false, Replaces = ApiKeyNames };
}
