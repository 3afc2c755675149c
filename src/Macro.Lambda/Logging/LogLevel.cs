namespace Macro.Lambda.Logging;

/// <summary>The severity of a log line, with the names that Lambda's log-level filter accepts.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-log-level.html</remarks>
internal readonly record struct LogLevel(string Name)
{
    /// <summary>A step that succeeded.</summary>
    public static LogLevel Info => new("INFO");

    /// <summary>A problem that the reader may want to fix, or that the process handles itself.</summary>
    public static LogLevel Warn => new("WARN");

    /// <summary>An event failed.</summary>
    public static LogLevel Error => new("ERROR");

    /// <summary>The process ends.</summary>
    public static LogLevel Fatal => new("FATAL");
}
