using System.Text.Json;
using Macro.CloudFormation.Identifiers;
using Macro.Cli.Changes;
using Macro.Core;
using Macro.Core.Pipeline;

namespace Macro.Cli.Deployed.Engine;

/// <summary>Runs the transform on a deployed state machine, in both directions.</summary>
/// <param name="region">The region of the state machine.</param>
/// <param name="account">The account of the state machine.</param>
/// <param name="settings">The settings of the run.</param>
internal sealed class StateMachineEngine(string region, string account, EngineSettings settings)
{
    private const string DestinationLine = "LoggingConfiguration.Destinations";
    private static readonly Dictionary<string, string> NoTags = [];
    private static readonly string[] NoLayers = [];

    /// <summary>The name of the log group that a state machine logs to once it is instrumented; null when that is unknown.</summary>
    public string? FindLogGroup(StateMachineState state) => state.LogGroupName ?? FindAddedGroup(state)?.Name;

    /// <summary>Whether an earlier run added the policy for log delivery to the role.</summary>
    public static bool HasAddedPolicy(StateMachineState state) =>
        MemoryTags.Read(state.Tags.Memory, NoLayers).PreviousValues.ContainsKey($"{state.Machine.Name}LogPolicy");

    /// <summary>Finds what instruments a state machine.</summary>
    /// <param name="state">The state machine, with its log group.</param>
    public EngineResult<StateMachineEdits> Instrument(StateMachineState state)
    {
        var isOwn = Destination(state) != settings.Text("stepFunctionForwarderArn");
        var name = state.LogGroupName is null && FindAddedGroup(state) is { } added ? added.Json : NameOf(state);
        using var result = MacroTransform.RunRecorded(Event(settings, state, name, isOwn), settings.For(logGroup: null));
        if (result.Fragment is not { } fragment) return new(null, [], result.Diagnostics);
        using var document = JsonDocument.Parse(fragment);
        var edits = Read(document.RootElement, state, isOwn);
        var adopted = OtherTools.TagsOf(state.Tags);
        var tags = TagsAfter(document.RootElement, state, adopted);
        var noted = result.Memories.GetValueOrDefault(state.Machine.Name) ?? new();
        var memory = LogMemory.Remember(state.Tags, NoLayers, noted, edits.Logs, state.LogGroup);
        var remembered = MemoryTags.Write(memory, NoLayers);
        // Nothing to do means nothing new to remember.
        if (state.Tags.IsOurs && (edits with { Tags = TagEdits.Between(state.Tags.Own, tags, remembered, remembered) }).IsEmpty)
            return new(edits, [], result.Diagnostics);
        edits = edits with { Tags = TagEdits.Between(state.Tags.Own, tags, state.Tags.Memory, remembered) };
        return new(edits, Lines(result, state, edits, remembered, adopted), result.Diagnostics);
    }

    /// <summary>Finds what takes the instrumentation of a state machine back.</summary>
    /// <param name="state">The state machine, with its log group.</param>
    public EngineResult<StateMachineEdits> Uninstrument(StateMachineState state)
    {
        var memory = MemoryTags.Read(state.Tags.Memory, NoLayers);
        var isOwn = LogMemory.IsSubscribed(memory);
        var memories = new Dictionary<string, InstrumentationMemory> { [state.Machine.Name] = memory };
        using var result = MacroTransform.Revert(
            Event(EngineSettings.None, state, NameOf(state), isOwn), settings.For(logGroup: null), memories);
        if (result.Fragment is not { } fragment) return new(null, [], result.Diagnostics);
        using var document = JsonDocument.Parse(fragment);
        var edits = Read(document.RootElement, state, isOwn);
        var adopted = OtherTools.TagsOfStateMachine(state.Tags);
        var tags = TagsAfter(document.RootElement, state, adopted);
        edits = edits with
        {
            Tags = TagEdits.Between(state.Tags.Own, tags, state.Tags.Memory, NoTags),
            Logs = edits.Logs is { } logs ? Reverted(state, logs, memory) : null,
        };
        return new(edits, Lines(result, state, edits, NoTags, adopted), result.Diagnostics);
    }

    private static LogEdits Reverted(StateMachineState state, LogEdits logs, InstrumentationMemory memory)
    {
        var other = $"{state.Machine.Name}{OtherTools.MachineFilterSuffix}";
        return LogMemory.Resubscribe(OtherTools.Without(state.Tags, state.LogGroup!, other, logs), memory);
    }

    private ReadOnlyMemory<byte> Event(EngineSettings used, StateMachineState state, string groupName, bool isOwn) => TransformEvent.Write(
        region, account, used, StateMachineResource.OwnFilter(state.Machine.Name),
        json => StateMachineResource.Write(json, state, groupName, isOwn));

    /// <summary>The log group that the transform adds. Its name in the template contains that of a stack, which there is none of.</summary>
    private (string Name, string Json)? FindAddedGroup(StateMachineState state)
    {
        var alone = state with { LogGroup = null };
        using var result = MacroTransform.Run(Event(settings, alone, "", isOwn: false), settings.For(logGroup: null));
        if (result.Fragment is not { } fragment) return null;
        using var document = JsonDocument.Parse(fragment);
        return StateMachineResource.ReadLogGroup(document.RootElement.GetProperty("Resources"));
    }

    private StateMachineEdits Read(JsonElement root, StateMachineState state, bool isOwn)
    {
        var resources = root.GetProperty("Resources");
        var properties = resources.GetProperty(state.Machine.Name).GetProperty("Properties");
        var definition = properties.TryGetProperty("DefinitionString", out var text) ? text.GetString() : null;
        var logging = StateMachineResource.ReadLogging(properties, () => ArnOf(state.LogGroup!.Name));
        return new StateMachineEdits(
            definition == state.Machine.Definition ? null : definition,
            logging.IsSameAs(state.Machine.Logging) ? null : logging,
            StateMachineResource.ReadPolicy(resources, state),
            TagEdits.None,
            state.LogGroup is { } group ? StateMachineResource.ReadLogs(resources, state.Machine.Name, group, isOwn) : null);
    }

    private static Dictionary<string, string> TagsAfter(JsonElement root, StateMachineState state, IReadOnlyCollection<string> adopted) =>
        TransformEvent.ReadTags(root.GetProperty("Resources").GetProperty(state.Machine.Name).GetProperty("Properties"))
            .Where(tag => !adopted.Contains(tag.Key)).ToDictionary();

    private string ArnOf(string logGroup) => $"arn:{Partition.ForRegion(region).Name}:logs:{region}:{account}:log-group:{logGroup}:*";

    private static string NameOf(StateMachineState state) => $"\"{JsonEncodedText.Encode(state.LogGroup?.Name ?? "")}\"";

    private static string? Destination(StateMachineState state) => state.LogGroup?.Filters?
        .FirstOrDefault(filter => filter.Name == Core.LogForwarding.FilterNames.Own)?.DestinationArn;

    private static IReadOnlyList<ChangeLine> Lines(
        InstrumentationResult result, StateMachineState state, StateMachineEdits edits, IReadOnlyDictionary<string, string> remembered,
        IReadOnlyCollection<string> adopted)
    {
        var logs = edits.Logs is { } changed ? EditLines.OfLogs(changed, state.LogGroup!, isUsual: false) : [];
        var memory = EditLines.OfMemory(state.Tags.Memory, remembered);
        var tags = adopted.Select(key => new ChangeLine(ChangeKind.Tag, key, state.Tags.Own[key], null));
        var lines = EditLines.Create(result, state.Machine.Name, [.. logs, .. OfPolicy(state, edits), .. memory, .. tags]);
        return [.. lines.Where(line => line.Name != DestinationLine), .. OfDestination(state, edits)];
    }

    private static IEnumerable<ChangeLine> OfDestination(StateMachineState state, StateMachineEdits edits)
    {
        var (before, after) = (state.Machine.Logging.LogGroupArns, edits.Logging?.LogGroupArns);
        if (after is null || after.SequenceEqual(before)) return [];
        static string? Text(IReadOnlyList<string> arns) => arns.Count > 0 ? string.Join(", ", arns) : null;
        return [new ChangeLine(ChangeKind.Logging, DestinationLine, Text(before), Text(after))];
    }

    private static IEnumerable<ChangeLine> OfPolicy(StateMachineState state, StateMachineEdits edits)
    {
        if (edits.Policy is not { } policy) return [];
        var (text, isRemoved) = ($"log delivery, of role {state.RoleName}", policy.Document is null);
        return [new ChangeLine(ChangeKind.Policy, policy.Name, isRemoved ? text : null, isRemoved ? null : text)];
    }
}
