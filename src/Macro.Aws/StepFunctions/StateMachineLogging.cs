using System.Text.Json;

namespace Macro.Aws.StepFunctions;

/// <summary>The logging of a state machine.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/step-functions/latest/apireference/API_LoggingConfiguration.html</remarks>
public sealed record StateMachineLogging
{
    /// <summary><c>ALL</c>, <c>ERROR</c>, <c>FATAL</c> or <c>OFF</c>; null when AWS does not say.</summary>
    public string? Level { get; init; }

    /// <summary>Whether events contain the input and output of states; null when AWS does not say.</summary>
    public bool? IncludeExecutionData { get; init; }

    /// <summary>The ARNs of the log groups, with <c>:*</c> at the end.</summary>
    public IReadOnlyList<string> LogGroupArns { get; init; } = [];

    /// <summary>Whether both are the same logging; a missing value is AWS's default.</summary>
    /// <param name="other">The other logging.</param>
    public bool IsSameAs(StateMachineLogging other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Level ?? "OFF") == (other.Level ?? "OFF") && (IncludeExecutionData ?? false) == (other.IncludeExecutionData ?? false)
            && LogGroupArns.SequenceEqual(other.LogGroupArns);
    }

    internal static StateMachineLogging Read(JsonElement? json) => json is not { } logging ? new() : new()
    {
        Level = logging.Text("level"),
        IncludeExecutionData = logging.Member("includeExecutionData")?.GetBoolean(),
        LogGroupArns = [.. logging.Items("destinations").Select(LogGroupArn).OfType<string>()],
    };

    internal void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject("loggingConfiguration");
        if (Level is not null) json.WriteString("level", Level);
        if (IncludeExecutionData is { } data) json.WriteBoolean("includeExecutionData", data);
        json.WriteStartArray("destinations");
        foreach (var arn in LogGroupArns)
        {
            json.WriteStartObject();
            json.WriteStartObject("cloudWatchLogsLogGroup");
            json.WriteString("logGroupArn", arn);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string? LogGroupArn(JsonElement destination) => destination.Member("cloudWatchLogsLogGroup")?.Text("logGroupArn");
}
