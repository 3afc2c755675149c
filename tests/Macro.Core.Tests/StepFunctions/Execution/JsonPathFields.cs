using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Macro.Core.Tests.StepFunctions.Execution;

/// <summary>Fields of states in JSONPath: reference paths, payload templates and <c>States.JsonMerge</c>.</summary>
/// <remarks>Source: https://states-language.net/spec.html</remarks>
internal static partial class JsonPathFields
{
    private const string Whole = "$";

    /// <summary>What <c>InputPath</c> or <c>OutputPath</c> selects.</summary>
    public static JsonNode? Select(JsonObject state, string field, JsonNode? value, JsonObject context) =>
        !state.TryGetPropertyValue(field, out var path) ? value : path is null ? new JsonObject() : Get((string)path!, value, context);

    /// <summary>The combination of the state's input with its result by <c>ResultPath</c>.</summary>
    public static JsonNode? Place(JsonObject state, JsonNode? input, JsonNode? result)
    {
        if (!state.TryGetPropertyValue("ResultPath", out var node)) return result;
        if (node is null) return input;
        if ((string)node! == Whole) return result;
        var output = input?.DeepClone();
        var steps = Steps((string)node!);
        var parent = output;
        foreach (var step in steps[..^1]) parent = Step(parent, step, (string)node!, isCreating: true);
        if (parent is JsonObject members && steps[^1].Name is { } name) members[name] = result?.DeepClone();
        else if (parent is JsonArray items && steps[^1].Index is { } index && index < items.Count) items[index] = result?.DeepClone();
        else throw new ExecutionFailedException("States.ResultPathMatchFailure", (string)node!);
        return output;
    }

    /// <summary>A payload template with its paths replaced by values.</summary>
    public static JsonNode? Fill(JsonNode? template, JsonNode? input, JsonObject context) => template switch
    {
        JsonArray items => new JsonArray([.. items.Select(item => Fill(item, input, context)?.DeepClone())]),
        JsonObject members => new JsonObject(members.Select(member => member.Key.EndsWith(".$", StringComparison.Ordinal)
            ? KeyValuePair.Create(member.Key[..^2], Value((string)member.Value!, input, context)?.DeepClone())
            : KeyValuePair.Create(member.Key, Fill(member.Value, input, context)?.DeepClone()))),
        _ => template,
    };

    /// <summary>Whether a path selects a value.</summary>
    public static bool IsPresent(string path, JsonNode? input, JsonObject context)
    {
        try
        {
            Get(path, input, context);
            return true;
        }
        catch (ExecutionFailedException)
        {
            return false;
        }
    }

    public static JsonNode? Get(string path, JsonNode? input, JsonObject context)
    {
        var (value, rest) = path.StartsWith("$$", StringComparison.Ordinal) ? (context, path[1..]) : (input, path);
        if (ListPattern().Match(rest) is { Success: true } list)
        {
            var names = list.Groups[1].Value.Split(',').Select(name => name.Trim(' ', '\''));
            return new JsonArray([.. names.Select(name => (value as JsonObject)?[name]?.DeepClone())]);
        }
        foreach (var step in Steps(rest)) value = Step(value, step, path, isCreating: false);
        return value;
    }

    private static JsonNode? Value(string expression, JsonNode? input, JsonObject context)
    {
        if (expression != "States.JsonMerge($$, $, false)") return Get(expression, input, context);
        if (input is not JsonObject members) throw new ExecutionFailedException("States.IntrinsicFailure", "not an object");
        var merged = (JsonObject)context.DeepClone();
        foreach (var (name, value) in members) merged[name] = value?.DeepClone();
        return merged;
    }

    private static JsonNode? Step(JsonNode? parent, (string? Name, int? Index) step, string path, bool isCreating)
    {
        if (parent is JsonArray items && step.Index is { } index && index < items.Count) return items[index];
        if (parent is not JsonObject members || step.Name is null) throw new ExecutionFailedException("States.ParameterPathFailure", path);
        if (members.TryGetPropertyValue(step.Name, out var value)) return value;
        return isCreating
            ? members[step.Name] = new JsonObject()
            : throw new ExecutionFailedException("States.ParameterPathFailure", path);
    }

    private static List<(string? Name, int? Index)> Steps(string path)
    {
        var steps = StepPattern().Matches(path).ToList();
        (steps.Sum(step => step.Length) + 1).ShouldBe(path.Length, $"The interpreter does not know the path {path}.");
        return steps.ConvertAll(step => step.Groups["index"].Success
            ? ((string?)null, (int?)int.Parse(step.Groups["index"].ValueSpan))
            : (step.Groups["name"].Value, null));
    }

    [GeneratedRegex(@"\.(?<name>\w+)|\['(?<name>[^']*)'\]|\[(?<index>\d+)\]")]
    private static partial Regex StepPattern();

    [GeneratedRegex(@"^\$\[('\w+'(?:, ?'\w+')+)\]$")]
    private static partial Regex ListPattern();
}
