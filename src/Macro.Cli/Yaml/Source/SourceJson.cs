using System.Buffers;
using System.Text.Json;

namespace Macro.Cli.Yaml.Source;

/// <summary>Writes the tree of a template as JSON, short forms, aliases and merge keys expanded.</summary>
internal sealed class SourceJson
{
    private readonly Utf8JsonWriter _json;
    private readonly ExpansionBudget _budget;

    private SourceJson(Utf8JsonWriter json, ExpansionBudget budget)
    {
        _json = json;
        _budget = budget;
    }

    /// <summary>Writes a whole template.</summary>
    /// <exception cref="TemplateFileException">Aliases expand to more than a template could hold, or nest too deeply.</exception>
    public static ReadOnlyMemory<byte> Write(MappingNode root, string fileName)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, CanonicalJson.WriterOptions))
            new SourceJson(json, new(fileName, json)).WriteNode(root);
        return bytes.WrittenMemory;
    }

    private void WriteNode(SourceNode node)
    {
        _budget.Charge(node);
        if (node.Function is not null)
            WriteCall(node.Function, node);
        else
            WriteValue(node);
    }

    private void WriteCall(string function, SourceNode argument)
    {
        _json.WriteStartObject();
        _json.WritePropertyName(function);
        if (function == IntrinsicFunction.GetAtt && argument is ScalarNode attribute)
            WriteStrings(IntrinsicFunction.SplitAttribute(attribute.Value));
        else
            WriteValue(argument);
        _json.WriteEndObject();
    }

    private void WriteStrings(string[] texts)
    {
        _json.WriteStartArray();
        foreach (var text in texts)
            _json.WriteStringValue(text);
        _json.WriteEndArray();
    }

    private void WriteValue(SourceNode node)
    {
        switch (node)
        {
            case AliasNode alias:
                WriteNode(alias.Target);
                break;
            case ScalarNode scalar:
                WriteScalar(scalar);
                break;
            case SequenceNode sequence:
                _json.WriteStartArray();
                foreach (var item in sequence.Entries)
                    WriteNode(item.Value);
                _json.WriteEndArray();
                break;
            case MappingNode mapping:
                _json.WriteStartObject();
                foreach (var member in MergeKeys.Expand(mapping, _budget))
                {
                    _json.WritePropertyName(member.Name);
                    WriteNode(member.Value);
                }
                _json.WriteEndObject();
                break;
        }
    }

    private void WriteScalar(ScalarNode scalar)
    {
        switch (scalar.Kind)
        {
            case ScalarKind.Null:
                _json.WriteNullValue();
                break;
            case ScalarKind.True or ScalarKind.False:
                _json.WriteBooleanValue(scalar.Kind == ScalarKind.True);
                break;
            case ScalarKind.Number:
                _json.WriteRawValue(scalar.Value);
                break;
            case ScalarKind.String:
                _json.WriteStringValue(scalar.Value);
                break;
        }
    }
}
