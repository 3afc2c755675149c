using System.Text.Json.Nodes;

namespace Macro.Core.Tests.StepFunctions.Execution;

/// <summary>The members that the macro adds to what tasks send.</summary>
internal static class TraceContextMembers
{
    /// <summary>A member of each part of the context object, by which it is recognized.</summary>
    public const string Mark = "MarkOfTheContext";

    /// <summary>A value without them. A payload that is only the context becomes an empty object, as if there was none.</summary>
    public static JsonNode? Remove(JsonNode? value) => value switch
    {
        JsonArray { Count: > 0 } items when items.All(IsContext) => new JsonObject(),
        JsonArray items => new JsonArray([.. items.Select(item => Remove(item)?.DeepClone())]),
        JsonObject members => new JsonObject(
            members.Where(member => !IsAdded(member.Key, member.Value))
                .Select(member => KeyValuePair.Create(member.Key, Remove(member.Value)?.DeepClone()))),
        _ => value,
    };

    private static bool IsAdded(string name, JsonNode? value) =>
        name is "_datadog" or "CONTEXT" || IsContext(value)
        || name == "MessageAttributes" && value is JsonObject attributes && attributes.All(attribute => attribute.Key == "_datadog");

    private static bool IsContext(JsonNode? value) => value is JsonObject members && members.ContainsKey(Mark);
}
