using System.Text;
using System.Text.Json;

namespace Macro.Aws;

/// <summary>Creates requests of the AWS REST-JSON protocol.</summary>
/// <remarks>Source: https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html</remarks>
internal static class RestJson
{
    /// <summary>Creates a request with a body.</summary>
    public static AwsRequest Create(AwsOperation operation, HttpMethod method, string path, Action<Utf8JsonWriter> writeMembers)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            writeMembers(json);
            json.WriteEndObject();
        }
        return new AwsRequest(operation, method, path) { Body = body.ToArray(), ContentType = "application/json" };
    }

    /// <summary>Appends query parameters that have a value to a path.</summary>
    public static string Query(string path, params IEnumerable<(string Name, string? Value)> parameters)
    {
        var text = new StringBuilder(path);
        var separator = '?';
        foreach (var (name, value) in parameters)
        {
            if (value is null) continue;
            text.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }
        return text.ToString();
    }

    /// <summary>Writes a map of texts.</summary>
    public static void WriteMap(this Utf8JsonWriter json, string name, IReadOnlyDictionary<string, string> map)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in map) json.WriteString(key, value);
        json.WriteEndObject();
    }

    /// <summary>Writes a list of texts.</summary>
    public static void WriteTexts(this Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
