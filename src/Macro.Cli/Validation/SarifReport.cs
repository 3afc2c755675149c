using System.Text.Json;
using Macro.Cli.Formatting;
using Macro.Cli.Preview;
using Macro.Cli.Templates.Reading;
using Macro.Core.Configuration;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Validation;

/// <summary>The findings of a validation as SARIF, which code-scanning services show in a pull request.</summary>
/// <remarks>
/// Sources: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html, and what GitHub requires of a rule:
/// https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
/// </remarks>
internal sealed class SarifReport : ValidationReport
{
    private readonly StreamedJson _document;

    public SarifReport(Action<string> print) => _document = new StreamedJson(print, Write, indentation: 8);

    public override void Begin() => _document.Begin();

    public override void Add(CheckedFile file)
    {
        foreach (var finding in file.Findings) _document.Add(json => WriteResult(json, file.FileName, finding));
    }

    public override void End(ValidationTotals totals) => _document.End();

    private static void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        StreamedJson.WriteList(json);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "macro");
        json.WriteString("semanticVersion", MacroVersion.Text);
        json.WriteStartArray("rules");
        foreach (var kind in PreviewDiagnostics.All) WriteRule(json, kind);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, DiagnosticKind kind)
    {
        json.WriteStartObject();
        json.WriteString("id", kind.Code);
        var (cause, remedy) = kind.Example;
        var description = kind.IsConstant ? cause : $"For example: {cause}";
        WriteMessage(json, "shortDescription", description);
        WriteMessage(json, "fullDescription", description);
        WriteMessage(json, "help", $"{description} {remedy}");
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", kind.Severity.ToWord());
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, string fileName, LocatedFinding finding)
    {
        var (position, diagnostic) = finding;
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Code);
        json.WriteString("level", diagnostic.Severity.ToWord());
        var subject = diagnostic.Subject is { } name ? $"{PrintableText.From(name)}: " : "";
        WriteMessage(json, "message", subject + diagnostic.Message);
        json.WriteStartArray("locations");
        WriteLocation(json, fileName, position);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, string fileName, TextPosition position)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", UriOf(fileName));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", position.Line);
        json.WriteNumber("startColumn", position.Column);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    /// <summary>Keeps a relative name relative, since code-scanning services resolve it against the root of the checkout.</summary>
    private static string UriOf(string fileName)
    {
        var parts = fileName.Replace(Path.DirectorySeparatorChar, '/').Split('/').Where(part => part is not ".");
        var path = string.Join('/', parts.Select(Uri.EscapeDataString));
        return !Path.IsPathRooted(fileName) ? path : path.StartsWith('/') ? $"file://{path}" : $"file:///{path}";
    }
}
