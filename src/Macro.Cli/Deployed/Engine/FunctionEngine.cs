using System.Text.Json;
using Macro.Cli.Changes;
using Macro.Core;
using Macro.Core.Pipeline;

namespace Macro.Cli.Deployed.Engine;

/// <summary>Runs the transform on a deployed function, in both directions.</summary>
/// <param name="region">The region of the function.</param>
/// <param name="account">The account of the function.</param>
/// <param name="settings">The settings of the run.</param>
internal sealed class FunctionEngine(string region, string account, EngineSettings settings)
{
    /// <summary>Finds what instruments a function.</summary>
    /// <param name="state">The function.</param>
    public EngineResult<FunctionEdits> Instrument(FunctionState state)
    {
        var function = state.Configuration;
        var request = Event(settings, state, function.Variables, filter => filter.DestinationArn != settings.Text("forwarderArn"));
        using var result = MacroTransform.RunRecorded(request, settings.For(function.LogGroup));
        if (result.Fragment is not { } fragment) return new(null, [], result.Diagnostics);
        using var document = JsonDocument.Parse(fragment);
        var resources = document.RootElement.GetProperty("Resources");
        var properties = resources.GetProperty(function.Name).GetProperty("Properties");
        var update = FunctionResource.ReadUpdate(result.Changes, properties, function.Name);
        var logs = state.LogGroup is { } group ? LogResources.Read(result.Changes, resources, group) : null;
        var adopted = OtherTools.TagsOf(state.Tags);
        var tags = TransformEvent.ReadTags(properties).Where(tag => !adopted.Contains(tag.Key)).ToDictionary();
        var noted = result.Memories.GetValueOrDefault(function.Name) ?? new();
        var memory = LogMemory.Remember(state.Tags, function.Layers, noted, logs, state.LogGroup);
        var remembered = MemoryTags.Write(memory, update.Layers ?? function.Layers);
        var edits = new FunctionEdits(update, TagEdits.Between(state.Tags.Own, tags, state.Tags.Memory, remembered), logs);
        // Nothing to do means nothing new to remember.
        if (state.Tags.IsOurs && (edits with { Tags = TagEdits.Between(state.Tags.Own, tags, remembered, remembered) }).IsEmpty)
            return new(new FunctionEdits(update, TagEdits.None, logs), [], result.Diagnostics);
        return new(edits, Lines(result, state, edits, remembered, adopted), result.Diagnostics);
    }

    /// <summary>Finds what takes the instrumentation of a function back.</summary>
    /// <param name="state">The function.</param>
    /// <param name="handler">The handler that the function had; null when <c>DD_LAMBDA_HANDLER</c> says it.</param>
    public EngineResult<FunctionEdits> Uninstrument(FunctionState state, string? handler)
    {
        var function = state.Configuration;
        var memory = MemoryTags.Read(state.Tags.Memory, function.Layers);
        var variables = new Dictionary<string, string>(function.Variables);
        if (handler is not null) variables["DD_LAMBDA_HANDLER"] = handler;
        var isSubscribed = LogMemory.IsSubscribed(memory);
        var memories = new Dictionary<string, InstrumentationMemory> { [function.Name] = memory };
        using var result = MacroTransform.Revert(
            Event(ImageSettings(state), state, variables, _ => isSubscribed), settings.For(null), memories);
        if (result.Fragment is not { } fragment) return new(null, [], result.Diagnostics);
        using var document = JsonDocument.Parse(fragment);
        var resources = document.RootElement.GetProperty("Resources");
        var properties = resources.GetProperty(function.Name).GetProperty("Properties");
        var update = OtherTools.Without(state, FunctionResource.ReadUpdate(result.Changes, properties, function.Name));
        var adopted = OtherTools.TagsOf(state.Tags);
        var tags = TransformEvent.ReadTags(properties).Where(tag => !adopted.Contains(tag.Key)).ToDictionary();
        var logs = state.LogGroup is { } group
            ? LogMemory.Resubscribe(
                OtherTools.Without(state.Tags, group, OtherTools.Filter, LogResources.Read(result.Changes, resources, group)), memory)
            : null;
        var edits = new FunctionEdits(
            update, TagEdits.Between(state.Tags.Own, tags, state.Tags.Memory, new Dictionary<string, string>()), logs);
        return new(edits, Lines(result, state, edits, new Dictionary<string, string>(), adopted), result.Diagnostics);
    }

    private ReadOnlyMemory<byte> Event(
        EngineSettings used, FunctionState state, IReadOnlyDictionary<string, string> variables,
        Func<Aws.CloudWatchLogs.SubscriptionFilter, bool> isOwn) =>
        TransformEvent.Write(region, account, used, TransformEvent.OwnFilter, json =>
        {
            FunctionResource.Write(json, state.Configuration, variables, state.Tags.Own);
            if (state.LogGroup is { } group) LogResources.Write(json, group, isOwn);
        });

    /// <summary>Reverting a container image needs to know its language only to find its handler.</summary>
    private static EngineSettings ImageSettings(FunctionState state)
    {
        if (state.Configuration.PackageType != "Image") return EngineSettings.None;
        var language = state.Configuration.Command is [var handler, ..] && handler.Contains("datadog-lambda-js", StringComparison.Ordinal)
            ? "node"
            : "python";
        using var document = JsonDocument.Parse($"\"{language}\"");
        return EngineSettings.None with
        {
            Parameters = new Dictionary<string, JsonElement> { ["containerImages"] = document.RootElement.Clone() },
        };
    }

    private static IReadOnlyList<ChangeLine> Lines(
        InstrumentationResult result, FunctionState state, FunctionEdits edits, IReadOnlyDictionary<string, string> remembered,
        IReadOnlyCollection<string> adopted)
    {
        var isUsual = state.Configuration.LogGroup == $"/aws/lambda/{state.Configuration.Name}";
        var logs = edits.Logs is { } changed ? EditLines.OfLogs(changed, state.LogGroup!, isUsual) : [];
        var tags = adopted.Select(key => new ChangeLine(ChangeKind.Tag, key, state.Tags.Own[key], null));
        var variables = OtherTools.VariablesWithoutParameter(state, edits.Update)
            .Select(name => new ChangeLine(ChangeKind.Variable, name, ValueText.Mask, null));
        return EditLines.Create(
            result, state.Configuration.Name, [.. variables, .. logs, .. EditLines.OfMemory(state.Tags.Memory, remembered), .. tags]);
    }
}
