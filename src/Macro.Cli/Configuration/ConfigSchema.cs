using System.Text.Json;
using Macro.Cli.Formatting;
using Macro.Cli.Reference;
using Macro.Core.Configuration;

namespace Macro.Cli.Configuration;

/// <summary>Writes docs/config.schema.json, a JSON Schema of configuration files for editors.</summary>
/// <remarks>Source: https://json-schema.org/draft/2020-12</remarks>
internal static class ConfigSchema
{
    private const string Codes = """{ "type": "array", "items": { "type": "string", "pattern": "^[Dd][Dd][0-9]{0,3}$" } }""";
    private const string Texts = """{ "type": "array", "items": { "type": "string" } }""";
    private const string Text = """{ "type": "string" }""";
    private const string Account = """{ "type": "string", "pattern": "^[0-9]{12}$" }""";

    public static string Write() => JsonFormat.WriteIndented(json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.WriteString("title", $"{ConfigFile.DefaultName}, the configuration of the command line macro");
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        WriteSection(json);
        Write(json, ConfigKeys.Format, "The output format, in commands that have it.",
            $$"""{ "enum": [{{string.Join(", ", ConfigKeys.Formats.Select(format => $"\"{format}\""))}}] }""");
        Write(json, ConfigKeys.WarningsAsErrors, "Whether a warning fails macro validate.", """{ "type": "boolean" }""");
        Write(json, ConfigKeys.Paths, "Settings for the templates of a pattern with *, ** and ?. A later pattern wins.",
            """
            {
              "type": "object",
              "propertyNames": { "pattern": "^(?!/|\\.\\./)." },
              "additionalProperties": { "$ref": "#/$defs/section" }
            }
            """);
        json.WriteEndObject();
        json.WriteStartObject("$defs");
        json.WriteStartObject("section");
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        WriteSection(json);
        json.WriteEndObject();
        json.WriteEndObject();
        WriteParameters(json);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void WriteSection(Utf8JsonWriter json)
    {
        Write(json, ConfigKeys.Parameters, "Macro parameters, which override the template's.", """{ "$ref": "#/$defs/parameters" }""");
        Write(json, ConfigKeys.ParameterFiles, "Files with template parameters, relative to this file.", Texts);
        Write(json, ConfigKeys.Region, "The region of the deployment.", Text);
        Write(json, ConfigKeys.Account, "The account of the deployment.", Account);
        Write(json, ConfigKeys.Ignore, "Warnings that are not reported: codes, or beginnings of codes.", Codes);
        Write(json, ConfigKeys.IgnoreByResource, "The same by logical id; * and ? are allowed.",
            $$"""{ "type": "object", "additionalProperties": {{Codes}} }""");
    }

    private static void WriteParameters(Utf8JsonWriter json)
    {
        json.WriteStartObject("parameters");
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        foreach (var parameter in ParameterCatalog.All)
        {
            foreach (var name in parameter.OtherSpellings.Prepend(parameter.Name))
                ParameterSchema.WriteProperty(json, name, parameter, takesExpressions: false);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Writes a property with a description and the members of its schema.</summary>
    private static void Write(Utf8JsonWriter json, string name, string description, string schema)
    {
        json.WriteStartObject(name);
        json.WriteString("description", description);
        using var parsed = JsonDocument.Parse(schema);
        foreach (var member in parsed.RootElement.EnumerateObject()) member.WriteTo(json);
        json.WriteEndObject();
    }
}
