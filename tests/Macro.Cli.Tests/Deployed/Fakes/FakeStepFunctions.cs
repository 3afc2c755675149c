using System.Collections.Concurrent;
using System.Text.Json;

namespace Macro.Cli.Tests.Deployed.Fakes;

/// <summary>The part of the API of Step Functions that the commands use, with its rules.</summary>
internal sealed class FakeStepFunctions(string region, FakeIam iam, FakeLogs logs)
{
    private const int PageSize = 100;
    private const int MaxTags = 50;

    public ConcurrentDictionary<string, FakeStateMachine> Machines { get; } = new();

    public void Add(FakeStateMachine machine)
    {
        Machines[machine.Name] = machine;
        iam.Roles.TryAdd(machine.RoleName, new Dictionary<string, string>());
    }

    /// <summary>Answers a call.</summary>
    public void Call(Utf8JsonWriter json, string operation, string name, JsonElement body)
    {
        if (operation == "ListStateMachines")
        {
            List(json, body.TryGetProperty("nextToken", out var token) ? int.Parse(token.GetString()!) : 0);
            return;
        }
        if (!Machines.TryGetValue(name, out var machine))
            throw new FakeError(400, "StateMachineDoesNotExist", $"State Machine Does Not Exist: '{name}'");
        switch (operation)
        {
            case "DescribeStateMachine": machine.WriteTo(json, region); break;
            case "UpdateStateMachine": Update(json, machine, body); break;
            case "ListTagsForResource": WriteTags(json, machine); break;
            case "TagResource": Tag(machine, body.GetProperty("tags")); break;
            case "UntagResource":
                var keys = body.GetProperty("tagKeys").EnumerateArray().Select(key => key.GetString()!).ToHashSet();
                Machines[name] = machine with { Tags = machine.Tags.Where(tag => !keys.Contains(tag.Key)).ToDictionary() };
                break;
            default: throw new FakeError(400, "UnknownOperationException", operation);
        }
    }

    private void List(Utf8JsonWriter json, int start)
    {
        var names = Machines.Keys.Order(StringComparer.Ordinal).ToList();
        json.WriteStartArray("stateMachines");
        foreach (var name in names.Skip(start).Take(PageSize))
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("stateMachineArn", $"arn:aws:states:{region}:{FakeFunction.Account}:stateMachine:{name}");
            json.WriteString("type", Machines[name].Type);
            json.WriteNumber("creationDate", 1700000000.5);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (start + PageSize < names.Count) json.WriteString("nextToken", $"{start + PageSize}");
    }

    private void Update(Utf8JsonWriter json, FakeStateMachine machine, JsonElement body)
    {
        if (machine.Status == "DELETING") throw new FakeError(400, "StateMachineDeleting", "State Machine Is Deleting");
        var changed = machine with { Revision = machine.Revision + 1 };
        if (body.TryGetProperty("definition", out var definition)) changed = changed with { Definition = Check(definition.GetString()!) };
        if (body.TryGetProperty("loggingConfiguration", out var logging)) changed = WithLogging(changed, logging);
        Machines[machine.Name] = changed;
        json.WriteNumber("updateDate", 1700000001.5);
        json.WriteString("revisionId", $"r{changed.Revision}");
    }

    private static string Check(string definition)
    {
        try
        {
            using var document = JsonDocument.Parse(definition, new JsonDocumentOptions { MaxDepth = 1000 });
            if (document.RootElement.TryGetProperty("States", out _)) return definition;
        }
        catch (JsonException) { }
        throw new FakeError(400, "InvalidDefinition", $"Invalid State Machine Definition: '{definition}'");
    }

    private FakeStateMachine WithLogging(FakeStateMachine machine, JsonElement logging)
    {
        var level = logging.TryGetProperty("level", out var given) ? given.GetString()! : "OFF";
        var destinations = logging.TryGetProperty("destinations", out var list) ? list.EnumerateArray().ToList() : [];
        if (destinations.Count > 1) throw Invalid("more than one destination");
        if (level != "OFF" && destinations.Count == 0) throw Invalid("a destination must be specified");
        var group = destinations.Count == 0 ? null
            : NameIn(destinations[0].GetProperty("cloudWatchLogsLogGroup").GetProperty("logGroupArn"));
        if (group is not null && !logs.Groups.ContainsKey(group)) throw Invalid("the log group does not exist");
        if (group is not null && !iam.MayDeliverLogs(machine.RoleName))
            throw new FakeError(400, "AccessDeniedException", "The state machine IAM Role is not authorized to access the Log Destination");
        return machine with
        {
            Level = level,
            IncludesData = logging.TryGetProperty("includeExecutionData", out var data) && data.GetBoolean(),
            LogGroup = group,
        };
    }

    private static string NameIn(JsonElement arn)
    {
        var text = arn.GetString()!;
        return text.EndsWith(":*", StringComparison.Ordinal) ? text.Split(':')[6] : throw Invalid("the ARN must end with :*");
    }

    private void Tag(FakeStateMachine machine, JsonElement tags)
    {
        var all = new Dictionary<string, string>(machine.Tags);
        foreach (var tag in tags.EnumerateArray())
        {
            var (key, value) = (tag.GetProperty("key").GetString()!, tag.GetProperty("value").GetString()!);
            if (!FakeLambda.IsTag(key, value)) throw new FakeError(400, "ValidationException", $"The tag {key} is not valid");
            all[key] = value;
        }
        if (all.Count > MaxTags) throw new FakeError(400, "TooManyTags", "Too many tags");
        Machines[machine.Name] = machine with { Tags = all };
    }

    private static void WriteTags(Utf8JsonWriter json, FakeStateMachine machine)
    {
        json.WriteStartArray("tags");
        foreach (var (key, value) in machine.Tags)
        {
            json.WriteStartObject();
            json.WriteString("key", key);
            json.WriteString("value", value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static FakeError Invalid(string reason) =>
        new(400, "InvalidLoggingConfiguration", $"Invalid Logging Configuration: {reason}.");
}
