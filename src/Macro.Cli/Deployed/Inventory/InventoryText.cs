using System.Text.Json;
using Macro.Cli.Deployed.Planning;
using Macro.Cli.Formatting;
using Macro.Cli.Hosting;
using Macro.Cli.Rendering;
using Spectre.Console;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Deployed.Inventory;

/// <summary>The inventory as a table and as JSON.</summary>
internal static class InventoryText
{
    private const string None = "-";

    public static string Write(string account, IReadOnlyList<InventoryEntry> entries, CommandHost host)
    {
        using var text = new TerminalText(host);
        var table = new Table { Border = host.TerminalWidth is null ? TableBorder.None : TableBorder.Rounded };
        foreach (var heading in (string[])["name", "region", "runtime", "instrumented by", "layers", "logs to", "owner"])
            table.AddColumn(new TableColumn(new Text(heading)));
        foreach (var entry in entries) table.AddRow(Cells(entry).Select(cell => new Text(PrintableText.From(cell))));
        if (entries.Count > 0) text.Console.Write(table);
        var instrumented = entries.Count(entry => entry.InstrumentedBy is not null);
        text.Console.WriteLine($"Account {account}: {Counts(entries)}, {instrumented} instrumented.");
        return text.ToString();
    }

    private static string Counts(IReadOnlyList<InventoryEntry> entries)
    {
        var machines = entries.Count(entry => entry.Kind == ResourcePlan.StateMachine);
        var functions = Quantity.Text(entries.Count - machines, ResourcePlan.Function);
        return machines == 0 ? functions : $"{functions}, {Quantity.Text(machines, ResourcePlan.StateMachine)}";
    }

    public static string WriteJson(string account, IReadOnlyList<InventoryEntry> entries) => JsonFormat.WriteIndented(json =>
    {
        json.WriteStartObject();
        json.WriteString("account", account);
        var kinds = entries.ToLookup(entry => entry.Kind);
        JsonChanges.WriteList(json, "functions", kinds[ResourcePlan.Function], WriteEntry);
        JsonChanges.WriteList(json, "stateMachines", kinds[ResourcePlan.StateMachine], WriteEntry);
        json.WriteEndObject();
    });

    private static void WriteEntry(Utf8JsonWriter json, InventoryEntry entry)
    {
        json.WriteString("name", entry.Name);
        json.WriteString("region", entry.Region);
        if (entry.Runtime is not null) json.WriteString(entry.Kind == ResourcePlan.Function ? "runtime" : "type", entry.Runtime);
        if (entry.InstrumentedBy is not null) json.WriteString("instrumentedBy", entry.InstrumentedBy);
        if (entry.Kind == ResourcePlan.Function) WriteTexts(json, "layers", entry.Layers);
        if (entry.Behind.Count > 0) WriteBehind(json, entry.Behind);
        WriteTexts(json, "logDestinations", entry.LogDestinations);
        if (entry.Owner is not null) json.WriteString("owner", entry.Owner);
        if (entry.Error is { } error) WriteError(json, error);
    }

    /// <summary>Writes why something cannot be read.</summary>
    public static void WriteError(Utf8JsonWriter json, Diagnostic error)
    {
        json.WriteStartObject("error");
        json.WriteString("code", error.Code);
        json.WriteString("message", error.Message);
        json.WriteEndObject();
    }

    private static void WriteBehind(Utf8JsonWriter json, IReadOnlyDictionary<string, int> behind)
    {
        json.WriteStartObject("versionsBehind");
        foreach (var (layer, count) in behind) json.WriteNumber(layer, count);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string LayerOf(InventoryEntry entry, string layer) =>
        entry.Behind.TryGetValue(layer, out var count) ? $"{layer} ({count} behind)" : layer;

    private static string[] Cells(InventoryEntry entry) => entry.Error is { } error
        ? [entry.Name, entry.Region, None, $"{error.Code}: {error.Message}", None, None, None]
        :
        [
            entry.Name, entry.Region, entry.Runtime ?? None, entry.InstrumentedBy ?? None,
            entry.Layers.Count > 0 ? string.Join(", ", entry.Layers.Select(layer => LayerOf(entry, layer))) : None,
            entry.LogDestinations.Count > 0 ? string.Join(", ", entry.LogDestinations.Select(arn => arn.Split(':')[^1])) : None,
            entry.Owner ?? None,
        ];
}
