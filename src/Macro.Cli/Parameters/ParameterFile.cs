using System.Text.Json;

namespace Macro.Cli.Parameters;

/// <summary>Reads template parameters from files of deployment tools.</summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/cli/latest/reference/cloudformation/create-stack.html (<c>--parameters</c>),
/// https://docs.aws.amazon.com/cli/latest/reference/cloudformation/deploy/ (<c>--parameter-overrides</c>),
/// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-config.html
/// </remarks>
internal static class ParameterFile
{
    /// <summary>Reads names and values. A parameter with <c>UsePreviousValue</c> has no value and is left out.</summary>
    /// <exception cref="FormatException">The file has no supported format; the message says why.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyDictionary<string, string> Read(string fileName)
    {
        var text = File.ReadAllText(fileName);
        return Path.GetExtension(fileName) == ".toml" ? ParameterOverrides.Parse(SamConfig.ParameterOverrides(text)) : ReadJson(text);
    }

    private static Dictionary<string, string> ReadJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement switch
            {
                { ValueKind: JsonValueKind.Array } list => ReadList(list),
                { ValueKind: JsonValueKind.Object } root when Member(root, "Parameters") is { ValueKind: JsonValueKind.Object } map =>
                    map.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.ToString()),
                _ => throw UnknownFormat(),
            };
        }
        catch (JsonException exception)
        {
            var position = $"line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}";
            throw new FormatException($"it is not JSON: {position}", exception);
        }
    }

    private static Dictionary<string, string> ReadList(JsonElement list)
    {
        var values = new Dictionary<string, string>();
        foreach (var (name, value) in list.EnumerateArray().SelectMany(ReadItem)) values[name] = value;
        return values;
    }

    private static IEnumerable<KeyValuePair<string, string>> ReadItem(JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.String) return ParameterOverrides.Parse([item.GetString()!]);
        if (item.ValueKind != JsonValueKind.Object || Member(item, "ParameterKey") is not { ValueKind: JsonValueKind.String } key)
            throw UnknownFormat();
        return Member(item, "ParameterValue") is { } value ? [new(key.GetString()!, value.ToString())] : [];
    }

    private static JsonElement? Member(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value : null;

    private static FormatException UnknownFormat() =>
        new("""it must be a list of {"ParameterKey": …, "ParameterValue": …} or an object with Parameters""");
}
