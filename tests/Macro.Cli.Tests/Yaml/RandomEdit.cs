using System.Buffers;
using System.Text;
using System.Text.Json;
using Macro.Cli.Formatting;

namespace Macro.Cli.Tests.Yaml;

/// <summary>Edits JSON at random: adds, removes, moves and replaces members and items.</summary>
internal sealed class RandomEdit(Random random, Utf8JsonWriter output)
{
    private static readonly string[] Values =
    [
        "1", "1.10", "true", "null", "\"text\"", "\"012\"", "\"\"", "\"a: b\"", "\"a\\nb\\n\"", "\"a\\n\\n\"",
        "\" a\\nb\"", "\"# a\\n b\"", "\"\\u0001\"",
        "{}", "[]", "{\"Ref\":\"X\"}", "{\"Fn::GetAtt\":[\"A\",\"B\"]}", "{\"Fn::Base64\":{\"Fn::Sub\":\"a\\nb\"}}",
        "{\"Fn::If\":[\"C\",{\"Ref\":\"X\"},[1,[2]]]}", "[{\"k\":[]},{\"l\":{\"m\":\"- n\"}},\"yes\"]",
    ];

    public static string Of(ReadOnlyMemory<byte> json, int seed)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var document = JsonDocument.Parse(json);
        using (var output = new Utf8JsonWriter(bytes, JsonFormat.Compact))
            new RandomEdit(new(seed), output).Object(document.RootElement, mayEmpty: false);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private void Value(JsonElement value)
    {
        if (Rarely())
            output.WriteRawValue(Values[random.Next(Values.Length)]);
        else if (value.ValueKind == JsonValueKind.Object)
            Object(value, mayEmpty: true);
        else if (value.ValueKind == JsonValueKind.Array)
            Array(value);
        else
            value.WriteTo(output);
    }

    private void Object(JsonElement value, bool mayEmpty)
    {
        var members = value.EnumerateObject().ToList();
        if (members.Count > 1 && Rarely())
            members.Reverse();
        output.WriteStartObject();
        foreach (var member in members.Where((_, index) => (!mayEmpty && index == 0) || !Rarely()))
        {
            if (Rarely() && !value.TryGetProperty(member.Name + "+", out _))
                New(member.Name + "+");
            output.WritePropertyName(member.Name);
            Value(member.Value);
        }
        if (Rarely() && !value.TryGetProperty("200", out _))
            New("200");
        output.WriteEndObject();
    }

    private void Array(JsonElement value)
    {
        output.WriteStartArray();
        foreach (var item in value.EnumerateArray().Where(_ => !Rarely()))
        {
            if (Rarely())
                output.WriteRawValue(Values[random.Next(Values.Length)]);
            Value(item);
        }
        output.WriteEndArray();
    }

    private void New(string name)
    {
        output.WritePropertyName(name);
        output.WriteRawValue(Values[random.Next(Values.Length)]);
    }

    private bool Rarely() => random.Next(12) == 0;
}
