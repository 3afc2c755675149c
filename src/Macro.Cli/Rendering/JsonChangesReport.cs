using System.Text.Json;
using Macro.Cli.Changes;
using Macro.Cli.Formatting;
using Macro.Core.Configuration;

namespace Macro.Cli.Rendering;

/// <summary>The changes of many templates as one JSON object; docs/diff.schema.json describes it.</summary>
internal sealed class JsonChangesReport : ChangesReport
{
    private readonly StreamedJson _document;
    private ChangesTotals _totals = new();

    public JsonChangesReport(Action<string> print) => _document = new StreamedJson(print, Write, indentation: 4);

    public override void Begin() => _document.Begin();

    public override void Add(TemplateChanges changes) => _document.Add(json => JsonChanges.Write(json, changes));

    public override void End(ChangesTotals totals)
    {
        _totals = totals;
        _document.End();
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("version", MacroVersion.Text);
        json.WriteStartArray("templates");
        StreamedJson.WriteList(json);
        json.WriteEndArray();
        json.WriteNumber("changed", _totals.Changed);
        json.WriteNumber("unchanged", _totals.Unchanged);
        json.WriteNumber("rejected", _totals.Rejected);
        json.WriteEndObject();
    }
}
