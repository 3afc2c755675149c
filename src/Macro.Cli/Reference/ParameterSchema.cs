using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Macro.Core.Configuration;

namespace Macro.Cli.Reference;

/// <summary>Makes docs/parameters.schema.json, a JSON Schema of the transform's <c>Parameters</c>, for editors.</summary>
/// <remarks>Source: https://json-schema.org/draft/2020-12</remarks>
internal static class ParameterSchema
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
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
                foreach (var name in parameter.OtherSpellings.Prepend(parameter.Name)) WriteProperty(writer, name, parameter);
            }
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

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

    private static void WriteProperty(Utf8JsonWriter writer, string name, Parameter parameter)
    {
        writer.WriteStartObject(name);
        writer.WriteString("description", name == parameter.Name ? parameter.Description : $"The same as {parameter.Name}.");
        if (parameter.Default is { } byDefault) writer.WriteString("default", byDefault);
        writer.WriteStartArray("anyOf");
        foreach (var alternative in Alternatives(parameter).Append("""{ "$ref": "#/$defs/intrinsicFunction" }"""))
        {
            using var parsed = JsonDocument.Parse(alternative);
            parsed.WriteTo(writer);
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static IEnumerable<string> Alternatives(Parameter parameter) => parameter.Type switch
    {
        ParameterType.Flag => ["""{ "type": "boolean" }""", """{ "type": "string", "pattern": "^([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])?$" }"""],
        ParameterType.Number when parameter.Choices.Length > 0 =>
            [$$"""{ "enum": [{{string.Join(", ", parameter.Choices.SelectMany(choice => new[] { choice, $"\"{choice}\"" }))}}, ""] }"""],
        ParameterType.Number => [$$"""{ "type": "integer", "minimum": {{parameter.Minimum}} }""", """{ "type": "string", "pattern": "^[0-9]*$" }"""],
        ParameterType.List => ["""{ "type": "array", "items": { "type": ["string", "number", "boolean", "object"] } }""", """{ "type": "string" }"""],
        ParameterType.Choice => [$$"""{ "enum": [{{string.Join(", ", parameter.Choices.Append("").Select(choice => $"\"{choice}\""))}}] }"""],
        _ => ["""{ "type": ["string", "number", "boolean"] }"""],
    };
}
