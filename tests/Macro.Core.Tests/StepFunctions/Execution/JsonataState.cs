using System.Text.Json.Nodes;

namespace Macro.Core.Tests.StepFunctions.Execution;

/// <summary>Runs a state in JSONata.</summary>
internal sealed class JsonataState(
    string name, JsonObject state, JsonNode? input, JsonObject context, Interpreter interpreter, FakeServices services) : IRunningState
{
    private readonly string _type = (string)state["Type"]!;

    public JsonNode? Output()
    {
        if (_type is "Pass" or "Wait" or "Succeed") return Filled("Output", input, States());
        var result = Result();
        return Filled("Output", result, States(("result", result)));
    }

    public (JsonNode? Output, string? Next) Choose()
    {
        foreach (var rule in state["Choices"]!.AsArray().OfType<JsonObject>())
        {
            if (!(bool)JsonataFields.Fill(rule["Condition"], States())!) continue;
            return (rule["Output"] is { } output ? JsonataFields.Fill(output, States()) : input, (string?)rule["Next"]);
        }
        return (Filled("Output", input, States()), (string?)state["Default"]);
    }

    public JsonNode? Caught(JsonObject catcher, JsonObject error) =>
        catcher["Output"] is { } output ? JsonataFields.Fill(output, States(("errorOutput", error))) : error;

    private JsonNode? Result()
    {
        var argument = Filled("Arguments", input, States());
        return _type switch
        {
            "Task" => services.Call(name, (string)state["Resource"]!, argument),
            "Parallel" => new JsonArray(
                [.. state["Branches"]!.AsArray().Select(branch => interpreter.Run(branch!.AsObject(), argument, null)?.DeepClone())]),
            "Map" => MapRun.Run(state, Filled("Items", input, States()), interpreter, Selected),
            _ => throw new InvalidOperationException(_type),
        };
    }

    private JsonNode? Selected(JsonNode? item)
    {
        if (state["ItemSelector"] is not { } selector) return item;
        var states = States();
        states["context"]!["Map"] = new JsonObject { ["Item"] = new JsonObject { ["Value"] = item?.DeepClone() } };
        return JsonataFields.Fill(selector, states);
    }

    private JsonNode? Filled(string field, JsonNode? otherwise, JsonObject states) =>
        state.TryGetPropertyValue(field, out var value) ? JsonataFields.Fill(value, states) : otherwise;

    private JsonObject States(params (string Name, JsonNode? Value)[] more)
    {
        var states = new JsonObject { ["input"] = input?.DeepClone(), ["context"] = context.DeepClone() };
        foreach (var (key, value) in more) states[key] = value?.DeepClone();
        return states;
    }
}
