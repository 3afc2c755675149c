using static Macro.Core.Configuration.ParameterType;

namespace Macro.Core.Configuration;

/// <content>Logs, metrics and payloads.</content>
public static partial class ParameterCatalog
{
    internal static readonly Parameter LogLevel = new("logLevel", Text, "Log level of the library and the extension.")
    {
        ProcessVariable = "DD_LOG_LEVEL",
        Variables = ["DD_LOG_LEVEL"],
        PerResource = true,
    };

    internal static readonly Parameter FlushMetricsToLogs = new(
        "flushMetricsToLogs", Flag,
        "Whether metrics are sent in the logs; always false with the extension.")
    {
        Default = "true",
        ProcessVariable = "DD_FLUSH_TO_LOG",
        Variables = ["DD_FLUSH_TO_LOG"],
    };

    internal static readonly Parameter EnableEnhancedMetrics = new(
        "enableEnhancedMetrics", Flag,
        "Whether enhanced Lambda metrics are sent.")
    {
        Default = "true",
        ProcessVariable = "DD_ENHANCED_METRICS",
        Variables = ["DD_ENHANCED_METRICS"],
        PerResource = true,
    };

    internal static readonly Parameter EnableLogs = new("enableDDLogs", Flag, "Whether the extension sends logs.")
    {
        OtherSpellings = ["enableDatadogLogs"],
        Default = "true",
        ProcessVariable = "DD_SERVERLESS_LOGS_ENABLED",
        Variables = ["DD_SERVERLESS_LOGS_ENABLED"],
        PerResource = true,
    };

    internal static readonly Parameter CaptureLambdaPayload = new(
        "captureLambdaPayload", Flag,
        "Whether request and response payloads are captured.")
    {
        Default = "false",
        ProcessVariable = "DD_CAPTURE_LAMBDA_PAYLOAD",
        Variables = ["DD_CAPTURE_LAMBDA_PAYLOAD"],
        PerResource = true,
    };

    internal static readonly Parameter CaptureCloudServicePayload = new(
        "captureCloudServicePayload", Flag,
        "Whether payloads of calls to AWS services are captured.")
    {
        ProcessVariable = "DD_MACRO_CAPTURE_CLOUD_SERVICE_PAYLOAD",
        Variables = ["DD_TRACE_CLOUD_REQUEST_PAYLOAD_TAGGING", "DD_TRACE_CLOUD_RESPONSE_PAYLOAD_TAGGING"],
        PerResource = true,
    };

    internal static readonly Parameter InjectLogContext = new(
        "injectLogContext", Flag,
        "Whether trace ids are added to the function's logs.")
    {
        ProcessVariable = "DD_LOGS_INJECTION",
        Variables = ["DD_LOGS_INJECTION"],
        PerResource = true,
    };
}
