using System.Text.Json;
using Macro.Cli.Formatting;
using Macro.Core.Configuration;

namespace Macro.Cli.Reference;

/// <summary>Writes docs/parameters.schema.json, a JSON Schema of the transform's <c>Parameters</c> for editors.</summary>
/// <remarks>Source: https://json-schema.org/draft/2020-12</remarks>
internal static class ParameterSchema
{
    private const string Flag = """{ "type": "boolean" }""";
    private const string FlagText = """{ "type": "string", "pattern": "^([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])?$" }""";
    private const string NumberText = """{ "type": "string", "pattern": "^[0-9]*$" }""";
    private const string List = """{ "type": "array", "items": { "type": ["string", "number", "boolean", "object"] } }""";
    private const string Items = """{ "type": "array", "items": { "type": ["string", "object"] } }""";
    private const string ListText = """{ "type": "string" }""";
    private const string Text = """{ "type": ["string", "number", "boolean"] }""";
    private const string Expression = """{ "$ref": "#/$defs/intrinsicFunction" }""";

    public static string Write() => JsonFormat.WriteIndented(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        writer.WriteString("title", "Parameters of the transform DatadogServerless");
        writer.WriteString("type", "object");
        writer.WriteBoolean("additionalProperties", false);
        WriteExpression(writer);
        writer.WriteStartObject("properties");
        foreach (var parameter in ParameterCatalog.All)
        {
            foreach (var name in parameter.OtherSpellings.Prepend(parameter.Name))
                WriteProperty(writer, name, parameter, takesExpressions: true);
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    private static void WriteExpression(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("$defs");
        writer.WriteStartObject("intrinsicFunction");
        writer.WriteString("type", "object");
        writer.WriteNumber("minProperties", 1);
        writer.WriteNumber("maxProperties", 1);
        writer.WriteStartObject("propertyNames");
        writer.WriteString("pattern", "^(Ref|Fn::.+)$");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>Writes the property of a parameter.</summary>
    /// <param name="writer">Receives it.</param>
    /// <param name="name">A spelling of the parameter.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="takesExpressions">Whether an intrinsic function is accepted, as in templates.</param>
    public static void WriteProperty(Utf8JsonWriter writer, string name, Parameter parameter, bool takesExpressions)
    {
        writer.WriteStartObject(name);
        writer.WriteString("description", name == parameter.Name ? parameter.Description : $"The same as {parameter.Name}.");
        if (parameter.Default is { } byDefault) writer.WriteString("default", byDefault);
        writer.WriteStartArray("anyOf");
        foreach (var alternative in takesExpressions ? Alternatives(parameter).Append(Expression) : Alternatives(parameter))
        {
            using var parsed = JsonDocument.Parse(alternative);
            parsed.WriteTo(writer);
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static IEnumerable<string> Alternatives(Parameter parameter) => parameter.Type switch
    {
        ParameterType.Flag => [Flag, FlagText],
        ParameterType.Number when parameter.Choices.Length > 0 => [Enum([.. parameter.Choices.SelectMany(NumberOrText), Quote("")])],
        ParameterType.Number => [$$"""{ "type": "integer", "minimum": {{parameter.Minimum}} }""", NumberText],
        ParameterType.List => [List, ListText],
        ParameterType.Items => [Items, ListText],
        ParameterType.Choice => [Enum(parameter.Choices.Append("").Select(Quote))],
        _ => [Text],
    };

    private static string Enum(IEnumerable<string> values) => $$"""{ "enum": [{{string.Join(", ", values)}}] }""";

    private static string[] NumberOrText(string number) => [number, Quote(number)];

    private static string Quote(string text) => $"\"{text}\"";
}
