namespace Macro.Lambda.Logging;

/// <summary>How much a log line matters, by the names that Lambda's log-level filter knows.</summary>
internal readonly record struct LogLevel(string Name)
{
    /// <summary>A step that went as it should.</summary>
    public static LogLevel Info => new("INFO");

    /// <summary>Something that its reader may want to mend.</summary>
    public static LogLevel Warn => new("WARN");

    /// <summary>An event was not answered as it should have been.</summary>
    public static LogLevel Error => new("ERROR");

    /// <summary>The process ends.</summary>
    public static LogLevel Fatal => new("FATAL");
}
