using System.Buffers;
using System.Text.Json;
using Macro.Cli.Formatting;
using Macro.Cli.Templates.Reading;

namespace Macro.Cli.Yaml.Source;

/// <summary>Writes the tree of a template as JSON, short forms, aliases and merge keys expanded.</summary>
internal sealed class SourceJson(Utf8JsonWriter json, ExpansionBudget budget)
{
    /// <summary>Writes a whole template.</summary>
    /// <exception cref="TemplateFileException">Aliases expand to more than a template could hold, or nest too deeply.</exception>
    public static ReadOnlyMemory<byte> Write(SourceMapping root, string fileName)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var output = new Utf8JsonWriter(bytes, JsonFormat.Compact))
            new SourceJson(output, new(fileName, output)).WriteNode(root);
        return bytes.WrittenMemory;
    }

    private void WriteNode(SourceNode node)
    {
        budget.Charge(node);
        if (node.Function is not null)
            WriteCall(node.Function, node);
        else
            WriteValue(node);
    }

    private void WriteCall(string function, SourceNode argument)
    {
        json.WriteStartObject();
        json.WritePropertyName(function);
        if (function == IntrinsicFunction.GetAtt && argument is SourceScalar attribute)
            WriteStrings(IntrinsicFunction.SplitAttribute(attribute.Value));
        else
            WriteValue(argument);
        json.WriteEndObject();
    }

    private void WriteStrings(string[] texts)
    {
        json.WriteStartArray();
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private void WriteValue(SourceNode node)
    {
        switch (node)
        {
            case SourceAlias alias:
                WriteNode(alias.Target);
                break;
            case SourceScalar scalar:
                WriteScalar(scalar);
                break;
            case SourceSequence sequence:
                json.WriteStartArray();
                foreach (var item in sequence.Entries)
                    WriteNode(item.Value);
                json.WriteEndArray();
                break;
            case SourceMapping mapping:
                json.WriteStartObject();
                foreach (var member in MergeKeys.Expand(mapping, budget))
                {
                    json.WritePropertyName(member.Name);
                    WriteNode(member.Value);
                }
                json.WriteEndObject();
                break;
        }
    }

    private void WriteScalar(SourceScalar scalar)
    {
        switch (scalar.Kind)
        {
            case ScalarKind.Null:
                json.WriteNullValue();
                break;
            case ScalarKind.True or ScalarKind.False:
                json.WriteBooleanValue(scalar.Kind == ScalarKind.True);
                break;
            case ScalarKind.Number:
                json.WriteRawValue(YamlNumber.ToJson(scalar.Value)!);
                break;
            case ScalarKind.String:
                json.WriteStringValue(scalar.Value);
                break;
        }
    }
}
