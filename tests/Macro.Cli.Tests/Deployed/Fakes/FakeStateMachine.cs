using System.Text.Json;

namespace Macro.Cli.Tests.Deployed.Fakes;

/// <summary>A state machine in <see cref="FakeCloud"/>.</summary>
internal sealed record FakeStateMachine(string Name)
{
    public string Definition { get; init; } = """{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}""";

    public string Type { get; init; } = "STANDARD";

    public string Status { get; init; } = "ACTIVE";

    public string Level { get; init; } = "OFF";

    public bool IncludesData { get; init; }

    /// <summary>The name of the log group; null for none.</summary>
    public string? LogGroup { get; init; }

    public string? KmsKeyId { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The number of updates; AWS shows no revision before the first.</summary>
    public int Revision { get; init; }

    public string RoleName => $"{Name}-role";

    /// <summary>What a user configures, in one text, so that two state machines can be compared.</summary>
    public string Configuration => string.Join('\n',
    [
        $"definition {Definition}", $"logging {Level} {IncludesData} {LogGroup}",
        .. Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"tag {tag.Key}={tag.Value}"),
    ]);

    public static string LogGroupArn(string region, string name) => $"arn:aws:logs:{region}:{FakeFunction.Account}:log-group:{name}:*";

    /// <summary>Writes the response of <c>DescribeStateMachine</c>.</summary>
    public void WriteTo(Utf8JsonWriter json, string region)
    {
        json.WriteString("name", Name);
        json.WriteString("stateMachineArn", $"arn:aws:states:{region}:{FakeFunction.Account}:stateMachine:{Name}");
        json.WriteString("status", Status);
        json.WriteString("definition", Definition);
        json.WriteString("roleArn", $"arn:aws:iam::{FakeFunction.Account}:role/service-role/{RoleName}");
        json.WriteString("type", Type);
        json.WriteNumber("creationDate", 1700000000.5);
        if (Revision > 0) json.WriteString("revisionId", $"r{Revision}");
        json.WriteStartObject("loggingConfiguration");
        json.WriteString("level", Level);
        json.WriteBoolean("includeExecutionData", IncludesData);
        if (LogGroup is not null) WriteDestination(json, LogGroupArn(region, LogGroup));
        json.WriteEndObject();
        if (KmsKeyId is null) return;
        json.WriteStartObject("encryptionConfiguration");
        json.WriteString("kmsKeyId", KmsKeyId);
        json.WriteString("type", "CUSTOMER_MANAGED_KMS_KEY");
        json.WriteEndObject();
    }

    private static void WriteDestination(Utf8JsonWriter json, string arn)
    {
        json.WriteStartArray("destinations");
        json.WriteStartObject();
        json.WriteStartObject("cloudWatchLogsLogGroup");
        json.WriteString("logGroupArn", arn);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
