using System.Buffers;
using System.Text.Json;
using Macro.Cli.Formatting;

namespace Macro.Cli.Deployed.Engine;

/// <summary>Writes the macro event whose template declares one deployed resource and what belongs to it.</summary>
internal static class TransformEvent
{
    /// <summary>The logical id of a log group. It contains a blank, so that it differs from the names of all resources.</summary>
    public const string LogGroup = "log group";

    /// <summary>The logical id of the macro's own filter of that group.</summary>
    public const string OwnFilter = $"{LogGroup}DatadogLogSubscription";

    private const string RequestId = "deployed";

    /// <summary>Writes an event.</summary>
    /// <param name="region">The region of the resource.</param>
    /// <param name="account">The account of the resource.</param>
    /// <param name="settings">The macro's parameters.</param>
    /// <param name="ownFilter">The logical id of the filter that is the macro's own.</param>
    /// <param name="writeResources">Writes the members of the template's section <c>Resources</c>.</param>
    public static ReadOnlyMemory<byte> Write(
        string region, string account, EngineSettings settings, string ownFilter, Action<Utf8JsonWriter> writeResources)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, JsonFormat.Compact))
        {
            json.WriteStartObject();
            json.WriteString("region", region);
            json.WriteString("accountId", account);
            json.WriteString("requestId", RequestId);
            json.WriteString("transformId", $"{account}::DatadogServerless");
            json.WriteStartObject("params");
            foreach (var (name, value) in settings.Parameters)
            {
                json.WritePropertyName(name);
                value.WriteTo(json);
            }
            json.WriteEndObject();
            json.WriteStartObject("templateParameterValues");
            json.WriteEndObject();
            json.WriteStartObject("fragment");
            json.WriteStartObject("Resources");
            writeResources(json);
            json.WriteEndObject();
            WriteReport(json, ownFilter);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return output.WrittenMemory;
    }

    /// <summary>The report of an earlier run, which says which resources are the macro's own.</summary>
    private static void WriteReport(Utf8JsonWriter json, string ownFilter)
    {
        json.WriteStartObject("Metadata");
        json.WriteStartObject("DatadogServerless");
        json.WriteStartArray("Added");
        json.WriteStringValue(ownFilter);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Begins a resource; the caller writes the members of its properties, and then ends both objects.</summary>
    public static void StartResource(Utf8JsonWriter json, string logicalId, string type)
    {
        json.WriteStartObject(logicalId);
        json.WriteString("Type", type);
        json.WriteStartObject("Properties");
    }

    /// <summary>Ends the resource that <see cref="StartResource"/> began.</summary>
    public static void EndResource(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Writes tags as CloudFormation declares them.</summary>
    public static void WriteTags(Utf8JsonWriter json, IReadOnlyDictionary<string, string> tags)
    {
        json.WriteStartArray("Tags");
        foreach (var (key, value) in tags)
        {
            json.WriteStartObject();
            json.WriteString("Key", key);
            json.WriteString("Value", value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>The tags of a resource after the transform.</summary>
    public static Dictionary<string, string> ReadTags(JsonElement properties)
    {
        var tags = new Dictionary<string, string>();
        if (!properties.TryGetProperty("Tags", out var list)) return tags;
        foreach (var tag in list.EnumerateArray()) tags[tag.GetProperty("Key").GetString()!] = tag.GetProperty("Value").ToString();
        return tags;
    }
}
