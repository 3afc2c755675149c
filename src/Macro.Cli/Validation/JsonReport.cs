using System.Text.Json;
using Macro.Cli.Formatting;
using Macro.Core.Configuration;

namespace Macro.Cli.Validation;

/// <summary>The findings of a validation as one JSON object, for scripts; docs/validate.schema.json describes it.</summary>
internal sealed class JsonReport : ValidationReport
{
    private readonly StreamedJson _document;
    private ValidationTotals _totals = new();

    public JsonReport(Action<string> print) => _document = new StreamedJson(print, Write, indentation: 4);

    public override void Begin() => _document.Begin();

    public override void Add(CheckedFile file) => _document.Add(json => WriteFile(json, file));

    public override void End(ValidationTotals totals)
    {
        _totals = totals;
        _document.End();
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("version", MacroVersion.Text);
        json.WriteStartArray("files");
        StreamedJson.WriteList(json);
        json.WriteEndArray();
        json.WriteNumber("errors", _totals.Errors);
        json.WriteNumber("warnings", _totals.Warnings);
        json.WriteEndObject();
    }

    private static void WriteFile(Utf8JsonWriter json, CheckedFile file)
    {
        json.WriteStartObject();
        json.WriteString("file", file.FileName);
        json.WriteBoolean("listsMacro", file.IsDeclared);
        json.WriteStartArray("findings");
        foreach (var finding in file.Findings)
        {
            json.WriteStartObject();
            finding.WriteMembers(json);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
