using System.Text.Json;
using Macro.Aws.Lambda;
using Macro.CloudFormation.Templates;
using Macro.Core.Pipeline;

namespace Macro.Cli.Deployed.Engine;

/// <summary>Writes a deployed function as the resource that would create it, and reads the changed resource as an update.</summary>
internal static class FunctionResource
{
    private const string NoTracing = "PassThrough";

    /// <summary>Writes the resource.</summary>
    public static void Write(
        Utf8JsonWriter json, FunctionConfiguration function, IReadOnlyDictionary<string, string> variables,
        IReadOnlyDictionary<string, string> tags)
    {
        TransformEvent.StartResource(json, function.Name, ResourceTypes.LambdaFunction);
        json.WriteString("FunctionName", function.Name);
        json.WriteString("PackageType", function.PackageType);
        if (function.Runtime is not null) json.WriteString("Runtime", function.Runtime);
        if (function.Handler is not null) json.WriteString("Handler", function.Handler);
        if (function.Role is not null) json.WriteString("Role", function.Role);
        if (function.Architectures.Count > 0) WriteList(json, "Architectures", function.Architectures);
        if (function.Layers.Count > 0) WriteList(json, "Layers", function.Layers);
        if (variables.Count > 0) WriteVariables(json, variables);
        if (tags.Count > 0) TransformEvent.WriteTags(json, tags);
        if (function.TracingMode is not null) WriteMember(json, "TracingConfig", "Mode", function.TracingMode);
        if (function.LogGroup is not null) WriteMember(json, "LoggingConfig", "LogGroup", function.LogGroup);
        if (function.Command.Count > 0)
        {
            json.WriteStartObject("ImageConfig");
            WriteList(json, "Command", function.Command);
            json.WriteEndObject();
        }
        TransformEvent.EndResource(json);
    }

    /// <summary>Reads the members that the transform changed.</summary>
    /// <param name="changes">The changes of the transform.</param>
    /// <param name="properties">The properties after the transform.</param>
    /// <param name="name">The name of the function.</param>
    public static FunctionUpdate ReadUpdate(IEnumerable<Change> changes, JsonElement properties, string name)
    {
        var update = new FunctionUpdate();
        foreach (var property in changes.Where(change => change.LogicalId == name).Select(PropertyOf).Distinct())
        {
            update = property switch
            {
                "Handler" => update with { Handler = properties.GetProperty("Handler").GetString() },
                "Layers" => update with { Layers = List(properties, "Layers") },
                "Environment" => update with { Variables = Variables(properties) },
                "TracingConfig" => update with { TracingMode = Text(properties, "TracingConfig", "Mode") ?? NoTracing },
                "ImageConfig" => update with { Command = List(properties.GetProperty("ImageConfig"), "Command") },
                "Tags" or null => update,
                _ => throw new InvalidOperationException($"The property {property} of a deployed function cannot be changed."),
            };
        }
        return update;
    }

    /// <summary>The property that a change is in; null for a change of another resource.</summary>
    private static string? PropertyOf(Change change) =>
        change.Path.Segments is [{ Name: "Resources" }, _, { Name: "Properties" }, var property, ..] ? property.Name : null;

    private static Dictionary<string, string> Variables(JsonElement properties)
    {
        var variables = new Dictionary<string, string>();
        if (!properties.TryGetProperty("Environment", out var environment)) return variables;
        if (!environment.TryGetProperty("Variables", out var members)) return variables;
        foreach (var member in members.EnumerateObject()) variables[member.Name] = member.Value.ToString();
        return variables;
    }

    private static string? Text(JsonElement properties, string section, string name) =>
        properties.TryGetProperty(section, out var found) && found.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static List<string> List(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(item => item.GetString()!)] : [];

    private static void WriteVariables(Utf8JsonWriter json, IReadOnlyDictionary<string, string> variables)
    {
        json.WriteStartObject("Environment");
        json.WriteStartObject("Variables");
        foreach (var (name, value) in variables) json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteMember(Utf8JsonWriter json, string section, string name, string value)
    {
        json.WriteStartObject(section);
        json.WriteString(name, value);
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items) json.WriteStringValue(item);
        json.WriteEndArray();
    }
}
