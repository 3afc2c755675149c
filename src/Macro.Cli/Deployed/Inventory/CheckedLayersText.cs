using System.Text.Json;
using Macro.Aws;
using Macro.Cli.Deployed.Messages;
using Macro.Cli.Formatting;
using Macro.Cli.Rendering;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Deployed.Inventory;

/// <summary>Checked layers as a table and as JSON.</summary>
internal static class CheckedLayersText
{
    private const string Usable = "usable";
    private const string Missing = "missing";

    public static string Write(IReadOnlyList<CheckedLayer> layers)
    {
        var (name, region) = (Width("LAYER", layer => layer.Name), Width("REGION", layer => layer.Region));
        var rows = layers.Select(layer => (layer.Name, layer.Region, $"{layer.Version}", StateOf(layer), NewestOf(layer)));
        var table = rows.Prepend(("LAYER", "REGION", "PINNED", "STATE", "NEWEST"))
            .Select(row => $"{row.Item1.PadRight(name)}{row.Item2.PadRight(region)}{row.Item3,-8}{row.Item4,-9}{row.Item5}".TrimEnd());
        return $"{string.Join('\n', table)}\n{Summary(layers)}\n";

        int Width(string heading, Func<CheckedLayer, string> text) => layers.Select(text).Append(heading).Max(cell => cell.Length) + 2;
    }

    public static string WriteJson(string account, IReadOnlyList<CheckedLayer> layers) => JsonFormat.WriteIndented(json =>
    {
        json.WriteStartObject();
        json.WriteString("account", account);
        JsonChanges.WriteList(json, "layers", layers, WriteLayer);
        json.WriteEndObject();
    });

    private static void WriteLayer(Utf8JsonWriter json, CheckedLayer layer)
    {
        json.WriteString("name", layer.Name);
        json.WriteString("region", layer.Region);
        json.WriteNumber("pinned", layer.Version);
        json.WriteString("state", StateOf(layer));
        if (layer.Newest is { } newest) json.WriteNumber("newest", newest);
        if (layer.Error is { } error)
            InventoryText.WriteError(json, DeployedDiagnostics.CallFailed.For(new ResourceTarget(layer.Name), error.Message));
    }

    /// <summary>AWS answers alike for a version that does not exist and for one that is not shared with the caller.</summary>
    private static string StateOf(CheckedLayer layer) => layer.Error is null ? Usable
        : layer.Error.Kind == AwsErrorKind.AccessDenied ? "denied"
        : Missing;

    private static string NewestOf(CheckedLayer layer) =>
        layer.Newest is not { } newest ? "" : newest == layer.Version ? "the pinned one" : $"{newest} ({newest - layer.Version} newer)";

    private static string Summary(IReadOnlyList<CheckedLayer> layers)
    {
        var (usable, newer) = (layers.Count(layer => layer.Error is null), layers.Count(layer => layer.Newest > layer.Version));
        var text = $"{Quantity.Text(layers.Count, "layer")}: {usable} usable, {newer} with newer versions.";
        return layers.FirstOrDefault(layer => layer.Error is not null)?.Error is { } error
            ? $"{text}\nThe first that is not usable: {PrintableText.From(error.Message)}"
            : text;
    }
}
