using System.Text.Json;

namespace Macro.Cli.Deployed.Planning;

/// <summary>The values in the definition of a state machine that AWS's error texts may quote and that must not be shown.</summary>
internal static class DefinitionValues
{
    /// <summary>Fields of a state whose values are words of the language, names of states, or ARNs.</summary>
    /// <remarks>Source: https://states-language.net/</remarks>
    private static readonly string[] Structure =
        ["Type", "Next", "StartAt", "Default", "Resource", "QueryLanguage", "Version", "ErrorEquals", "Mode", "ExecutionType"];

    /// <summary>The texts; none when the definition is missing or is not JSON.</summary>
    public static IEnumerable<string> Of(string? definition)
    {
        try
        {
            using var document = JsonDocument.Parse(definition ?? "{}");
            return [.. Texts(document.RootElement)];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => value.EnumerateObject().Where(member => !Structure.Contains(member.Name))
            .SelectMany(member => Texts(member.Value)),
        _ => [],
    };
}
