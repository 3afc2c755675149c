using System.Text.Json;

namespace Macro.Cli.Yaml.Emit;

/// <summary>Writes JSON values as YAML in block style, two spaces for each level.</summary>
/// <param name="output">The text to write to.</param>
/// <param name="usesShortForm">Whether functions are written as tags, such as <c>!Ref</c>, where AWS documents one.</param>
internal sealed class BlockWriter(TemplateOutput output, bool usesShortForm)
{
    private const int IndentSize = 2;
    // A longer key needs a question mark before it: YAML requires the colon of an implicit key within 1024 characters.
    private const int MaxImplicitKeyLength = 1000;

    /// <summary>Writes the top of a template, an object.</summary>
    public void WriteTemplate(JsonElement template, int column)
    {
        if (template.ValueKind != JsonValueKind.Object)
            throw new JsonException("A template must be a JSON object.");
        if (template.GetPropertyCount() == 0)
            output.Append("{}").EndLine();
        foreach (var member in template.EnumerateObject())
            WriteMember(member.Name, member.Value, column);
    }

    /// <summary>Writes a member of a mapping, through the end of its last line.</summary>
    public void WriteMember(string name, JsonElement value, int column)
    {
        var key = ScalarText.FormatString(name);
        output.Indent(column);
        if (key.Length > MaxImplicitKeyLength)
        {
            output.Append("? ").Append(key).EndLine();
            output.Indent(column);
            key = "";
        }
        output.Append(key).Append(":");
        WriteValue(value, column, ValuePosition.AfterKey);
    }

    /// <summary>Writes an item of a sequence, through the end of its last line.</summary>
    public void WriteItem(JsonElement value, int column)
    {
        output.Indent(column).Append("-");
        WriteValue(value, column, ValuePosition.AfterDash);
    }

    /// <summary>Writes a value after its key, dash or tag.</summary>
    /// <param name="value">The value.</param>
    /// <param name="column">The column of the entry whose value it is.</param>
    /// <param name="position">What precedes it.</param>
    public void WriteValue(JsonElement value, int column, ValuePosition position)
    {
        if (usesShortForm && ShortForm.Find(value) is { } call)
        {
            output.Append(" ").Append(call.Tag);
            WriteValue(call.Argument, column, call.Attribute);
        }
        else if (value.ValueKind is JsonValueKind.Object && value.GetPropertyCount() > 0)
            WriteMapping(value, column + IndentSize, position);
        else if (value.ValueKind is JsonValueKind.Array && value.GetArrayLength() > 0)
            WriteSequence(value, column + IndentSize, position);
        else
            WriteScalar(value, column + IndentSize);
    }

    private void WriteValue(JsonElement argument, int column, string? attribute)
    {
        if (attribute is null)
            WriteValue(argument, column, ValuePosition.AfterTag);
        else
            output.Append(" ").Append(ScalarText.FormatString(attribute)).EndLine();
    }

    private void WriteMapping(JsonElement mapping, int column, ValuePosition position)
    {
        BeginCollection(position);
        foreach (var member in mapping.EnumerateObject())
            WriteMember(member.Name, member.Value, column);
    }

    private void WriteSequence(JsonElement sequence, int column, ValuePosition position)
    {
        BeginCollection(position);
        foreach (var item in sequence.EnumerateArray())
            WriteItem(item, column);
    }

    /// <summary>A collection that is an item begins on the line of its dash.</summary>
    private void BeginCollection(ValuePosition position)
    {
        if (position == ValuePosition.AfterDash)
            output.Append(" ");
        else
            output.EndLine();
    }

    private void WriteScalar(JsonElement value, int column)
    {
        output.Append(" ");
        if (value.ValueKind == JsonValueKind.String && LiteralText.TryWrite(output, value.GetString()!, column))
            return;
        output.Append(ScalarText.Format(value)).EndLine();
    }
}
