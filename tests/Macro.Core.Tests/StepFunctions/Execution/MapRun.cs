using System.Text.Json.Nodes;

namespace Macro.Core.Tests.StepFunctions.Execution;

/// <summary>Runs the processor of a <c>Map</c> on each item, or on each batch of two.</summary>
internal static class MapRun
{
    private const int BatchSize = 2;

    public static JsonArray Run(JsonObject map, JsonNode? items, Interpreter interpreter, Func<JsonNode?, JsonNode?> select)
    {
        if (items is not JsonArray list) throw new ExecutionFailedException("States.Runtime", "The items must be an array.");
        var processor = (map["ItemProcessor"] ?? map["Iterator"])!.AsObject();
        var inputs = list.Select(item => select(item)?.DeepClone()).ToList();
        if (map["ItemBatcher"] is not null)
            inputs = inputs.ConvertAll(item => item).Chunk(BatchSize).Select(batch => (JsonNode?)new JsonObject
            {
                ["Items"] = new JsonArray(batch),
            }).ToList();
        return new JsonArray([.. inputs.Select(input => interpreter.Run(processor, input, input)?.DeepClone())]);
    }
}
