using System.Text.Json;

namespace Macro.Cli.Parameters;

/// <summary>Reads template parameters from the files that people deploy with.</summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/cli/latest/reference/cloudformation/create-stack.html (<c>--parameters</c>),
/// https://docs.aws.amazon.com/cli/latest/reference/cloudformation/deploy/ (<c>--parameter-overrides</c>),
/// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-config.html
/// </remarks>
internal static class ParameterFile
{
    /// <summary>Names and values; a parameter that is to keep its previous value has none.</summary>
    /// <exception cref="FormatException">The file is of no known form; the message says what is accepted.</exception>
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
                { ValueKind: JsonValueKind.Array } list => OfList(list),
                { ValueKind: JsonValueKind.Object } root when root.TryGetProperty("Parameters", out var map) && map.ValueKind == JsonValueKind.Object =>
                    map.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.ToString()),
                _ => throw Unknown(),
            };
        }
        catch (JsonException fault)
        {
            throw new FormatException($"it is not JSON: line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}", fault);
        }
    }

    private static Dictionary<string, string> OfList(JsonElement list)
    {
        var values = new Dictionary<string, string>();
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.String) foreach (var (name, text) in ParameterOverrides.Parse([item.GetString()!])) values[name] = text;
            else if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("ParameterKey", out var key) || key.GetString() is not { } logicalId) throw Unknown();
            else if (item.TryGetProperty("ParameterValue", out var value)) values[logicalId] = value.ToString();
        }
        return values;
    }

    private static FormatException Unknown() => new("""it is no list of {"ParameterKey": …, "ParameterValue": …} and no object with Parameters""");
}
