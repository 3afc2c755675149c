using static Macro.Core.Configuration.ParameterType;

namespace Macro.Core.Configuration;

/// <content>Traces and profiles.</content>
public static partial class ParameterCatalog
{
    internal static readonly Parameter EnableTracing = new(
        "enableDDTracing", Flag, "Whether Datadog traces the function, or the executions of the state machine.")
    {
        OtherSpellings = ["enableDatadogTracing"],
        Default = "true",
        ProcessVariable = "DD_TRACE_ENABLED",
        Variables = ["DD_TRACE_ENABLED"],
        PerResource = true,
    };

    internal static readonly Parameter EnableXrayTracing = new(
        "enableXrayTracing", Flag,
        "Whether AWS X-Ray traces the functions.")
    {
        Default = "false",
        ProcessVariable = "DD_MACRO_ENABLE_XRAY_TRACING",
        PerResource = true,
    };

    internal static readonly Parameter EnableApiXrayTracing = new(
        "enableApiXrayTracing", Flag,
        "Whether AWS X-Ray traces the stages of REST APIs.")
    {
        Default = "false",
        ProcessVariable = "DD_MACRO_ENABLE_API_XRAY_TRACING",
        PerResource = true,
    };

    internal static readonly Parameter EnableMergeXrayTraces = new(
        "enableMergeXrayTraces", Flag,
        "Whether Datadog merges X-Ray traces into its own. Default: the value of enableXrayTracing.")
    {
        ProcessVariable = "DD_MERGE_XRAY_TRACES",
        Variables = ["DD_MERGE_XRAY_TRACES"],
        PerResource = true,
    };

    internal static readonly Parameter EnableColdStartTracing = new("enableColdStartTracing", Flag, "Whether cold starts are traced.")
    {
        ProcessVariable = "DD_COLD_START_TRACING",
        Variables = ["DD_COLD_START_TRACING"],
        PerResource = true,
    };

    internal static readonly Parameter MinColdStartTraceDuration = new(
        "minColdStartTraceDuration", Number,
        "Shortest module load that a cold-start trace shows, in milliseconds.")
    {
        OtherSpellings = ["coldStartTraceMinDuration"],
        ProcessVariable = "DD_MIN_COLD_START_DURATION",
        Variables = ["DD_MIN_COLD_START_DURATION"],
        PerResource = true,
    };

    internal static readonly Parameter ColdStartTraceSkipLibs = new(
        "coldStartTraceSkipLibs", List,
        "Libraries that cold-start traces leave out.")
    {
        MustBeKnown = false,
        ProcessVariable = "DD_COLD_START_TRACE_SKIP_LIB",
        Variables = ["DD_COLD_START_TRACE_SKIP_LIB"],
        PerResource = true,
    };

    internal static readonly Parameter EnableProfiling = new("enableProfiling", Flag, "Whether the continuous profiler runs.")
    {
        ProcessVariable = "DD_PROFILING_ENABLED",
        Variables = ["DD_PROFILING_ENABLED"],
        PerResource = true,
    };

    internal static readonly Parameter EncodeAuthorizerContext = new(
        "encodeAuthorizerContext", Flag,
        "Whether Lambda authorizers pass on the trace context.")
    {
        ProcessVariable = "DD_ENCODE_AUTHORIZER_CONTEXT",
        Variables = ["DD_ENCODE_AUTHORIZER_CONTEXT"],
        PerResource = true,
    };

    internal static readonly Parameter DecodeAuthorizerContext = new(
        "decodeAuthorizerContext", Flag,
        "Whether functions read the trace context from their authorizer.")
    {
        ProcessVariable = "DD_DECODE_AUTHORIZER_CONTEXT",
        Variables = ["DD_DECODE_AUTHORIZER_CONTEXT"],
        PerResource = true,
    };

    internal static readonly Parameter ApmFlushDeadline = new(
        "apmFlushDeadline", Number,
        "How long before the timeout traces are sent, in milliseconds.")
    {
        ProcessVariable = "DD_APM_FLUSH_DEADLINE_MILLISECONDS",
        Variables = ["DD_APM_FLUSH_DEADLINE_MILLISECONDS"],
        PerResource = true,
    };
}
