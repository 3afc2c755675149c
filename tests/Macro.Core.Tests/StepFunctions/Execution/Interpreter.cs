using System.Text.Json.Nodes;

namespace Macro.Core.Tests.StepFunctions.Execution;

/// <summary>
/// Runs a definition in the Amazon States Language, with the states and fields that decide what a task receives. Independent of the macro's
/// own code.
/// </summary>
/// <remarks>
/// Sources: https://states-language.net/spec.html, https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
/// </remarks>
internal sealed class Interpreter
{
    private const int MaxSteps = 30;

    private readonly FakeServices _services;
    private readonly bool _isJsonata;
    private readonly JsonNode? _executionInput;
    private int _steps;

    private Interpreter(JsonObject definition, JsonNode? input, FakeServices services)
    {
        _services = services;
        _isJsonata = (string?)definition["QueryLanguage"] == "JSONata";
        _executionInput = input;
    }

    /// <summary>Runs a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="input">The input of the execution.</param>
    /// <param name="results">The results of the tasks; see <see cref="FakeServices"/>.</param>
    public static Execution Run(JsonObject definition, JsonNode? input, IReadOnlyList<string> results)
    {
        var services = new FakeServices(results);
        var interpreter = new Interpreter(definition, input, services);
        try
        {
            var output = interpreter.Run(definition, input, item: null);
            return new(TraceContextMembers.Remove(output)?.ToJsonString() ?? "null", null, services.Calls);
        }
        catch (ExecutionFailedException exception)
        {
            return new(null, exception.Message, services.Calls);
        }
    }

    /// <summary>Runs a workflow: the whole definition, a branch or a processor.</summary>
    public JsonNode? Run(JsonObject workflow, JsonNode? input, JsonNode? item)
    {
        var states = workflow["States"]!.AsObject();
        var name = (string)workflow["StartAt"]!;
        while (true)
        {
            if (++_steps > MaxSteps) throw new ExecutionFailedException("Endless", name, isFinal: true);
            var state = states[name]?.AsObject() ?? throw new ExecutionFailedException("Invalid", name, isFinal: true);
            (input, var next) = RunState(name, state, input, item);
            if (next is null) return input;
            name = next;
        }
    }

    private (JsonNode? Output, string? Next) RunState(string name, JsonObject state, JsonNode? input, JsonNode? item)
    {
        var isJsonata = ((string?)state["QueryLanguage"] ?? (_isJsonata ? "JSONata" : "JSONPath")) == "JSONata";
        IRunningState running = isJsonata
            ? new JsonataState(name, state, input, Context(name, item), this, _services)
            : new JsonPathState(name, state, input, Context(name, item), this, _services);
        try
        {
            return (string)state["Type"]! == "Fail"
                ? throw new ExecutionFailedException("Failed", name)
                : (string)state["Type"]! == "Choice" ? running.Choose() : (running.Output(), Next(state));
        }
        catch (ExecutionFailedException exception) when (!exception.IsFinal && state["Catch"] is JsonArray catchers)
        {
            var error = new JsonObject { ["Error"] = exception.Error, ["Cause"] = exception.Cause };
            return (running.Caught(catchers[0]!.AsObject(), error), (string?)catchers[0]!["Next"]);
        }
    }

    /// <summary>Null at the end of the workflow.</summary>
    public static string? Next(JsonObject state) => (string?)state["Next"];

    /// <summary>The context object of a state.</summary>
    private JsonObject Context(string state, JsonNode? item)
    {
        var context = new JsonObject
        {
            ["Execution"] = new JsonObject
            {
                ["Id"] = "execution-1",
                ["Input"] = _executionInput?.DeepClone(),
                [TraceContextMembers.Mark] = true,
            },
            ["State"] = new JsonObject { ["Name"] = state, [TraceContextMembers.Mark] = true },
            ["StateMachine"] = new JsonObject { ["Id"] = "m", [TraceContextMembers.Mark] = true },
        };
        if (item is not null)
        {
            var value = new JsonObject { ["Value"] = item.DeepClone(), ["Index"] = 0 };
            context["Map"] = new JsonObject { ["Item"] = value, [TraceContextMembers.Mark] = true };
        }
        return context;
    }
}

/// <summary>What an execution did.</summary>
/// <param name="Output">Its output without the trace context, JSON; null when it failed.</param>
/// <param name="Failure">Why it failed; null when it succeeded.</param>
/// <param name="Calls">The calls of its tasks.</param>
internal sealed record Execution(string? Output, string? Failure, IReadOnlyList<string> Calls);
