using System.Text.Json.Nodes;

namespace Macro.Core.Tests.StepFunctions.Execution;

/// <summary>
/// What tasks call. Each call gets the next of the prepared results, and is recorded. The services ignore the trace context, as
/// functions do that do not know of it.
/// </summary>
/// <param name="results">The results, JSON; <see cref="Fails"/> fails the task, <see cref="Echo"/> returns the argument.</param>
internal sealed class FakeServices(IReadOnlyList<string> results)
{
    public const string Fails = "fails";
    public const string Echo = "echo";

    private readonly List<string> _calls = [];

    /// <summary>The calls in order: the state, and its argument without the trace context.</summary>
    public IReadOnlyList<string> Calls => _calls;

    public JsonNode? Call(string state, string resource, JsonNode? argument)
    {
        var action = resource.Split(":::").ElementAtOrDefault(1) ?? "function";
        var (isLambda, isExecution) = (action.StartsWith("lambda:invoke", StringComparison.Ordinal), action.Contains("startExecution"));
        var received = TraceContextMembers.Remove(
            isLambda ? argument?["Payload"] ?? new JsonObject() : isExecution ? argument?["Input"] ?? new JsonObject() : argument);
        _calls.Add($"{state} {action} {received?.ToJsonString() ?? "null"}");
        var prepared = results[_calls.Count % results.Count];
        if (prepared == Fails) throw new ExecutionFailedException("Boom", state);
        var value = prepared == Echo ? received?.DeepClone() : JsonNode.Parse(prepared);
        return action is "function" || action.EndsWith(".waitForTaskToken", StringComparison.Ordinal) ? value
            : isLambda ? new JsonObject { ["Payload"] = value, ["StatusCode"] = 200 }
            : new JsonObject { ["Id"] = "1" };
    }
}
