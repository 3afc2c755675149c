using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Macro.Cli.Formatting;
using Macro.Cli.Preview;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Validation;

/// <summary>The findings of a validation as a code quality report, which GitLab shows in a merge request.</summary>
/// <remarks>Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format</remarks>
internal sealed class GitLabReport : ValidationReport
{
    private readonly StreamedJson _document;

    public GitLabReport(Action<string> print) => _document = new StreamedJson(print, Write, indentation: 2);

    public override void Begin() => _document.Begin();

    public override void Add(CheckedFile file)
    {
        var path = PathOf(file.FileName);
        var seen = new Dictionary<string, int>();
        foreach (var finding in file.Findings)
        {
            var identity = $"{path}\n{finding.Diagnostic}";
            var count = seen[identity] = seen.GetValueOrDefault(identity) + 1;
            _document.Add(json => WriteIssue(json, path, finding, Fingerprint($"{identity}\n{count}")));
        }
    }

    public override void End(ValidationTotals totals) => _document.End();

    private static void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        StreamedJson.WriteList(json);
        json.WriteEndArray();
    }

    private static void WriteIssue(Utf8JsonWriter json, string path, LocatedFinding finding, string fingerprint)
    {
        json.WriteStartObject();
        json.WriteString("description", $"{finding.Diagnostic}");
        json.WriteString("check_name", finding.Diagnostic.Code);
        json.WriteString("fingerprint", fingerprint);
        json.WriteString("severity", finding.Diagnostic.Severity switch
        {
            Severity.Error => "critical",
            Severity.Warning => "minor",
            _ => "info",
        });
        json.WriteStartObject("location");
        json.WriteString("path", path);
        json.WriteStartObject("lines");
        json.WriteNumber("begin", finding.Position.Line);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The same as long as file, resource and text are the same, wherever the resource moves in the file.</summary>
    private static string Fingerprint(string identity) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..32];
}
