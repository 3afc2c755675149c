using System.Text;
using Macro.Core.Configuration;
using Macro.Json;

namespace Macro.Cli.Projects;

/// <summary>The macro's parameters that a project gets.</summary>
/// <param name="Values">Names and values, in the order in which they are written.</param>
internal sealed record ProjectSettings(IReadOnlyList<KeyValuePair<string, string>> Values)
{
    /// <summary>The value of a parameter; null when it is not set.</summary>
    public string? this[string name] => Values.LastOrDefault(value => value.Key == name).Value;

    /// <summary>The parameters as JSON.</summary>
    /// <param name="areTexts">Whether all values are strings, as in mappings.</param>
    public ObjectNode ToNode(bool areTexts)
    {
        var node = new ObjectNode();
        foreach (var (name, value) in Values) node.Add(name, areTexts ? value : Typed(name, value));
        return node;
    }

    /// <summary>Replaces the values of secrets in a text that is shown.</summary>
    public string Mask(string text) => Values
        .Where(value => value.Value.Length > 0 && ParameterCatalog.Find(value.Key) is { IsSecret: true })
        .Aggregate(text, (shown, value) => shown.Replace(value.Value, "********", StringComparison.Ordinal));

    private static Node Typed(string name, string value) => ParameterCatalog.Find(name)?.Type switch
    {
        ParameterType.Flag when value is "true" or "false" => Parse(value),
        ParameterType.Number when value.Length is > 0 and < 10 && value.All(char.IsAsciiDigit) && value[0] != '0' => Parse(value),
        _ => value,
    };

    private static Node Parse(string json) => Node.Create(JsonIndex.Read(Encoding.UTF8.GetBytes(json), 1).Root);
}
