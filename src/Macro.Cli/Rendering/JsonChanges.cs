using System.Text.Json;
using Macro.Cli.Changes;
using Macro.Cli.Formatting;

namespace Macro.Cli.Rendering;

/// <summary>Writes changes as JSON, for programs.</summary>
internal static class JsonChanges
{
    public static string Write(TemplateChanges changes) => JsonFormat.WriteIndented(writer => Write(writer, changes));

    /// <summary>Writes the object of one template; docs/diff.schema.json describes it.</summary>
    public static void Write(Utf8JsonWriter writer, TemplateChanges changes)
    {
        writer.WriteStartObject();
        writer.WriteString("file", changes.File.FileName);
        writer.WriteBoolean("listsMacro", changes.IsDeclared);
        writer.WriteString("status", changes.IsRejected ? "rejected" : changes.IsChanged ? "changed" : "unchanged");
        WriteList(writer, "coverage", Coverage.Of(changes), WriteCoverage);
        WriteList(writer, "resources", changes.Resources, WriteResource);
        WriteList(writer, "addedResources", changes.Added, WriteAdded);
        WriteList(writer, "otherSections", changes.Sections, (writer, line) =>
        {
            writer.WriteString("section", line.Section);
            WriteTemplateChange(writer, line);
        });
        WriteList(writer, "layers", changes.Layers, (writer, layer) =>
        {
            writer.WriteString("name", layer.Name);
            writer.WriteString("version", layer.Version);
            writer.WriteBoolean("pinned", layer.IsPinned);
        });
        WriteList(writer, "findings", changes.Findings, (writer, finding) =>
        {
            writer.WriteString("path", $"{finding.Path}");
            finding.In(changes.File).WriteMembers(writer);
        });
        writer.WriteEndObject();
    }

    private static void WriteCoverage(Utf8JsonWriter writer, Coverage coverage)
    {
        writer.WriteString("kind", coverage.Kind.Name);
        writer.WriteNumber("total", coverage.Total);
        writer.WriteNumber("instrumented", coverage.Instrumented);
        var skipped = coverage.Skipped.SelectMany(reason => reason.Names.Select(name => (Name: name, reason.Reason)));
        WriteList(writer, "skipped", skipped, (writer, resource) =>
        {
            writer.WriteString("logicalId", resource.Name);
            if (resource.Reason.Code is { } code) writer.WriteString("code", code);
            writer.WriteString("reason", $"{resource.Reason.Words ?? $"{resource.Reason}"}");
        });
    }

    private static void WriteResource(Utf8JsonWriter writer, ResourceChange resource)
    {
        writer.WriteString("logicalId", resource.LogicalId);
        writer.WriteString("type", resource.Type);
        if (resource.Description is { } description) writer.WriteString("runtime", description);
        WriteList(writer, "changes", resource.Changes, WriteTemplateChange);
    }

    private static void WriteTemplateChange(Utf8JsonWriter writer, ChangeLine change)
    {
        WriteChange(writer, change);
        writer.WriteStartArray("paths");
        foreach (var path in change.Paths) writer.WriteStringValue($"{path}");
        writer.WriteEndArray();
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
