using System.Text.Json;
using Macro.Aws.StepFunctions;
using Macro.CloudFormation.Templates;
using Macro.Core.LogForwarding;

namespace Macro.Cli.Deployed.Engine;

/// <summary>
/// Writes a deployed state machine, its role and the filters of its log group as the resources that would create them, and reads what the
/// transform made of these.
/// </summary>
internal static class StateMachineResource
{
    /// <summary>The logical id of the role. It contains a blank, so that it differs from the names of all state machines.</summary>
    private const string Role = "execution role";

    private const string StackName = "${AWS::StackName}-";

    /// <summary>The logical id of the macro's own subscription filter.</summary>
    public static string OwnFilter(string machine) => $"{machine}LogGroupDatadogSubscriptionFilter";

    /// <summary>The name of the inline policy, in the characters that IAM allows.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html</remarks>
    public static string PolicyName(string machine) => Replace($"{machine}LogPolicy", "_+=,.@-");

    /// <summary>Writes the resources.</summary>
    /// <param name="json">The writer of the resources.</param>
    /// <param name="state">The state machine.</param>
    /// <param name="groupName">The JSON of the log group's name.</param>
    /// <param name="isOwn">Whether the filter with the macro's name is the macro's own, which the transform may edit and remove.</param>
    public static void Write(Utf8JsonWriter json, StateMachineState state, string groupName, bool isOwn)
    {
        WriteMachine(json, state);
        WriteRole(json, state);
        foreach (var filter in state.LogGroup?.Filters ?? [])
        {
            var own = isOwn && filter.Name == FilterNames.Own;
            var logicalId = own ? OwnFilter(state.Machine.Name) : $"filter {filter.Name}";
            TransformEvent.StartResource(json, logicalId, ResourceTypes.SubscriptionFilter);
            json.WritePropertyName("LogGroupName");
            json.WriteRawValue(groupName);
            if (!own) json.WriteString("FilterName", filter.Name);
            json.WriteString("FilterPattern", "");
            json.WriteString("DestinationArn", filter.DestinationArn);
            TransformEvent.EndResource(json);
        }
    }

    /// <summary>The log group that the transform adds: its name, and the JSON of it; null when it adds none.</summary>
    public static (string Name, string Json)? ReadLogGroup(JsonElement resources)
    {
        if (Find(resources, ResourceTypes.LogGroup) is not { } properties) return null;
        var name = properties.GetProperty("LogGroupName");
        var text = name.GetProperty("Fn::Sub").GetString()!.Replace(StackName, "", StringComparison.Ordinal);
        return (Replace(text, "._-/#"), name.GetRawText());
    }

    /// <summary>The logging after the transform.</summary>
    /// <param name="properties">The properties of the state machine.</param>
    /// <param name="logGroupArn">The ARN of the log group that the transform adds.</param>
    public static StateMachineLogging ReadLogging(JsonElement properties, Func<string> logGroupArn)
    {
        if (!properties.TryGetProperty("LoggingConfiguration", out var logging)) return new StateMachineLogging();
        return new StateMachineLogging
        {
            Level = logging.TryGetProperty("Level", out var level) ? level.GetString() : null,
            IncludeExecutionData = logging.TryGetProperty("IncludeExecutionData", out var data) ? data.GetBoolean() : null,
            LogGroupArns = logging.TryGetProperty("Destinations", out var destinations)
                ? [.. destinations.EnumerateArray().Select(item => ArnOf(item) ?? logGroupArn())]
                : [],
        };
    }

    /// <summary>What the transform did to the filters of the log group.</summary>
    /// <param name="resources">The resources after the transform.</param>
    /// <param name="machine">The name of the state machine.</param>
    /// <param name="group">The group before.</param>
    /// <param name="isOwn">As for <see cref="Write"/>.</param>
    public static LogEdits ReadLogs(JsonElement resources, string machine, LogGroupState group, bool isOwn)
    {
        var before = isOwn ? group.Filters?.FirstOrDefault(filter => filter.Name == FilterNames.Own)?.DestinationArn : null;
        var after = resources.TryGetProperty(OwnFilter(machine), out var filter)
            ? filter.GetProperty("Properties").GetProperty("DestinationArn").GetString()
            : null;
        var added = Find(resources, ResourceTypes.LogGroup);
        return new LogEdits(group.Name)
        {
            CreatesGroup = group.Filters is null && (added is not null || after is not null),
            RetentionInDays = added?.GetProperty("RetentionInDays").GetInt32(),
            Filter = after is not null && after != before ? new(FilterNames.Own, after) : null,
            RemovedFilters = before is not null && after is null ? [FilterNames.Own] : [],
        };
    }

    /// <summary>What the transform did to the role.</summary>
    public static RolePolicyEdit? ReadPolicy(JsonElement resources, StateMachineState state)
    {
        var name = PolicyName(state.Machine.Name);
        var policies = resources.GetProperty(Role).GetProperty("Properties");
        var after = policies.TryGetProperty("Policies", out var list) && list.GetArrayLength() > 0
            ? list[0].GetProperty("PolicyDocument").GetRawText()
            : null;
        return (after is null) == (state.RolePolicy is null) ? null : new RolePolicyEdit(name, after);
    }

    private static JsonElement? Find(JsonElement resources, string type)
    {
        foreach (var resource in resources.EnumerateObject())
        {
            if (resource.Value.GetProperty("Type").GetString() == type) return resource.Value.GetProperty("Properties");
        }
        return null;
    }

    private static string? ArnOf(JsonElement destination) =>
        destination.GetProperty("CloudWatchLogsLogGroup").GetProperty("LogGroupArn") is { ValueKind: JsonValueKind.String } arn
            ? arn.GetString()
            : null;

    private static void WriteMachine(Utf8JsonWriter json, StateMachineState state)
    {
        var machine = state.Machine;
        TransformEvent.StartResource(json, machine.Name, ResourceTypes.StateMachine);
        json.WriteString("StateMachineName", machine.Name);
        json.WriteStartObject("RoleArn");
        json.WriteStartArray("Fn::GetAtt");
        json.WriteStringValue(Role);
        json.WriteStringValue("Arn");
        json.WriteEndArray();
        json.WriteEndObject();
        if (machine.Definition is not null) json.WriteString("DefinitionString", machine.Definition);
        WriteLogging(json, machine.Logging);
        if (state.Tags.Own.Count > 0) TransformEvent.WriteTags(json, state.Tags.Own);
        if (machine.KmsKeyId is not null)
        {
            json.WriteStartObject("EncryptionConfiguration");
            json.WriteString("KmsKeyId", machine.KmsKeyId);
            json.WriteEndObject();
        }
        TransformEvent.EndResource(json);
    }

    private static void WriteLogging(Utf8JsonWriter json, StateMachineLogging logging)
    {
        json.WriteStartObject("LoggingConfiguration");
        if (logging.Level is not null) json.WriteString("Level", logging.Level);
        if (logging.IncludeExecutionData is { } data) json.WriteBoolean("IncludeExecutionData", data);
        if (logging.LogGroupArns.Count > 0) json.WriteStartArray("Destinations");
        foreach (var arn in logging.LogGroupArns)
        {
            json.WriteStartObject();
            json.WriteStartObject("CloudWatchLogsLogGroup");
            json.WriteString("LogGroupArn", arn);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        if (logging.LogGroupArns.Count > 0) json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRole(Utf8JsonWriter json, StateMachineState state)
    {
        TransformEvent.StartResource(json, Role, ResourceTypes.Role);
        json.WriteStartArray("Policies");
        if (state.RolePolicy is { } document)
        {
            json.WriteStartObject();
            json.WriteString("PolicyName", $"{state.Machine.Name}LogPolicy");
            json.WritePropertyName("PolicyDocument");
            json.WriteRawValue(document);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        TransformEvent.EndResource(json);
    }

    private static string Replace(string name, string allowed) =>
        string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) || allowed.Contains(letter) ? letter : '-'));
}
