using System.Text.Json.Nodes;

namespace Macro.Core.Tests.StepFunctions.Execution;

/// <summary>Runs a state in JSONPath.</summary>
internal sealed class JsonPathState(
    string name, JsonObject state, JsonNode? input, JsonObject context, Interpreter interpreter, FakeServices services) : IRunningState
{
    private readonly string _type = (string)state["Type"]!;

    public JsonNode? Output()
    {
        var effective = JsonPathFields.Select(state, "InputPath", input, context);
        if (_type is "Wait" or "Succeed") return JsonPathFields.Select(state, "OutputPath", effective, context);
        var result = Result(effective);
        if (state["ResultSelector"] is { } selector) result = JsonPathFields.Fill(selector, result, context);
        return JsonPathFields.Select(state, "OutputPath", JsonPathFields.Place(state, input, result), context);
    }

    public (JsonNode? Output, string? Next) Choose()
    {
        var effective = JsonPathFields.Select(state, "InputPath", input, context);
        var output = JsonPathFields.Select(state, "OutputPath", effective, context);
        var rule = state["Choices"]!.AsArray().FirstOrDefault(rule =>
            JsonPathFields.IsPresent((string)rule!["Variable"]!, effective, context) == (bool)rule["IsPresent"]!);
        return (output, (string?)(rule?["Next"] ?? state["Default"]) ?? throw new ExecutionFailedException("States.NoChoiceMatched", name));
    }

    public JsonNode? Caught(JsonObject catcher, JsonObject error) => JsonPathFields.Place(catcher, input, error);

    private JsonNode? Result(JsonNode? effective)
    {
        var argument = state["Parameters"] is { } parameters && _type != "Map"
            ? JsonPathFields.Fill(parameters, effective, context)
            : effective;
        return _type switch
        {
            "Pass" => state.TryGetPropertyValue("Result", out var result) ? result : argument,
            "Task" => services.Call(name, (string)state["Resource"]!, argument),
            "Parallel" => new JsonArray(
                [.. state["Branches"]!.AsArray().Select(branch => interpreter.Run(branch!.AsObject(), argument, null)?.DeepClone())]),
            "Map" => MapRun.Run(state, Items(effective), interpreter, item => Selected(effective, item)),
            _ => throw new InvalidOperationException(_type),
        };
    }

    private JsonNode? Items(JsonNode? effective) =>
        state["ItemsPath"] is { } path ? JsonPathFields.Get((string)path!, effective, context) : effective;

    private JsonNode? Selected(JsonNode? effective, JsonNode? item)
    {
        if ((state["ItemSelector"] ?? state["Parameters"]) is not { } selector) return item;
        var current = (JsonObject)context.DeepClone();
        current["Map"] = new JsonObject { ["Item"] = new JsonObject { ["Value"] = item?.DeepClone() } };
        return JsonPathFields.Fill(selector, effective, current);
    }
}
