using System.Text.Json;
using Macro.Cli.Changes;
using Macro.Cli.Formatting;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Rendering;

/// <summary>Writes changes as JSON, for programs.</summary>
internal static class JsonChanges
{
    public static string Write(TemplateChanges changes) => JsonFormat.WriteIndented(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("file", changes.File.FileName);
        writer.WriteString("status", changes.IsRejected ? "rejected" : changes.IsChanged ? "changed" : "unchanged");
        WriteList(writer, "resources", changes.Resources, WriteResource);
        WriteList(writer, "addedResources", changes.Added, WriteAdded);
        WriteList(writer, "layers", changes.Layers, (writer, layer) =>
        {
            writer.WriteString("name", layer.Name);
            writer.WriteString("version", layer.Version);
            writer.WriteBoolean("pinned", layer.IsPinned);
        });
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
    });

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
