using System.Buffers;
using System.Text;
using System.Text.Json;
using Macro.Core.Diagnostics;
using Macro.Cli.Changes;
using Macro.Cli.Formatting;

namespace Macro.Cli.Rendering;

/// <summary>Writes changes as JSON, for programs.</summary>
internal static class JsonChanges
{
    public static string Write(TemplateChanges changes)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, JsonFormat.Indented))
        {
            writer.WriteStartObject();
            writer.WriteString("file", changes.File.FileName);
            writer.WriteString("status", changes.IsRejected ? "rejected" : changes.IsChanged ? "changed" : "unchanged");
            WriteList(writer, "resources", changes.Resources, WriteResource);
            WriteList(writer, "addedResources", changes.Added, WriteAdded);
            WriteList(writer, "findings", changes.Findings, (writer, finding) =>
            {
                var position = finding.In(changes.File).Position;
                writer.WriteString("severity", finding.Severity.ToWord());
                writer.WriteString("path", $"{finding.Path}");
                writer.WriteNumber("line", position.Line);
                writer.WriteNumber("column", position.Column);
                writer.WriteString("message", finding.Message);
            });
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(output.WrittenSpan) + "\n";
    }

    private static void WriteResource(Utf8JsonWriter writer, ResourceChange resource)
    {
        writer.WriteString("logicalId", resource.LogicalId);
        writer.WriteString("type", resource.Type);
        if (resource.Description is { } description) writer.WriteString("runtime", description);
        WriteList(writer, "changes", resource.Changes, WriteChange);
    }

    /// <summary>Writes the members of a change.</summary>
    public static void WriteChange(Utf8JsonWriter writer, ChangeLine change)
    {
        writer.WriteString("kind", change.Label);
        if (change.Name is { } name) writer.WriteString("name", name);
        if (change.Before is { } before) writer.WriteString("before", before);
        if (change.After is { } after) writer.WriteString("after", after);
    }

    private static void WriteAdded(Utf8JsonWriter writer, ResourceAddition resource)
    {
        writer.WriteString("logicalId", resource.LogicalId);
        writer.WriteString("type", resource.Type);
    }

    /// <summary>Writes a list of objects.</summary>
    public static void WriteList<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(writer, item);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
