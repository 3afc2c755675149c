using System.Text;
using System.Text.Json;

namespace Macro.Lambda.Tests.Fakes;

/// <summary>What CloudFormation sends for <c>Custom::DatadogLogGroups</c>.</summary>
internal sealed record CustomResourceEvent(string ResponseUrl)
{
    public const string Forwarder = "arn:aws:lambda:us-east-1:123456789012:function:datadog-forwarder";
    public const string StackId = "arn:aws:cloudformation:us-east-1:123456789012:stack/shop/51af3dc0-da77-11e4-872e-1234567db123";

    public string RequestType { get; init; } = "Create";

    public string Stack { get; init; } = StackId;

    public string ResourceType { get; init; } = "Custom::DatadogLogGroups";

    public string ServiceToken { get; init; } = Reply.FunctionArn;

    public string? PhysicalResourceId { get; init; }

    public IEnumerable<string> Names { get; init; } = [];

    public string? RetentionInDays { get; init; }

    public IEnumerable<string>? LegacyNames { get; init; }

    public byte[] Payload
    {
        get
        {
            using var output = new MemoryStream();
            using var json = new Utf8JsonWriter(output);
            json.WriteStartObject();
            json.WriteString(nameof(RequestType), RequestType);
            json.WriteString("ResponseURL", ResponseUrl);
            json.WriteString("StackId", Stack);
            json.WriteString("RequestId", "request-1");
            json.WriteString(nameof(ResourceType), ResourceType);
            json.WriteString("LogicalResourceId", "DatadogLogGroups2DB54DDE");
            if (PhysicalResourceId is not null) json.WriteString(nameof(PhysicalResourceId), PhysicalResourceId);
            json.WritePropertyName("ResourceProperties");
            WriteProperties(json);
            json.WriteEndObject();
            json.Flush();
            return output.ToArray();
        }
    }

    public override string ToString() => Encoding.UTF8.GetString(Payload);

    private void WriteProperties(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString(nameof(ServiceToken), ServiceToken);
        WriteList(json, "LogGroupNames", Names);
        if (RetentionInDays is not null) json.WriteString(nameof(RetentionInDays), RetentionInDays);
        if (LegacyNames is not null)
        {
            json.WriteString("LegacyForwarderArn", Forwarder);
            WriteList(json, "LegacyLogGroupNames", LegacyNames);
        }
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items) json.WriteStringValue(item);
        json.WriteEndArray();
    }
}
