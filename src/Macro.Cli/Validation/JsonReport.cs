using System.Text.Json;
using Macro.Core.Diagnostics;
using Macro.Cli.Formatting;
using Macro.Cli.Preview;
using Macro.Core.Configuration;

namespace Macro.Cli.Validation;

/// <summary>The findings of a validation as one JSON object, for scripts.</summary>
internal static class JsonReport
{
    public static string Write(IReadOnlyList<CheckedFile> files) => JsonFormat.WriteIndented(json =>
    {
        json.WriteStartObject();
        json.WriteString("version", MacroVersion.Text);
        json.WriteNumber("errors", files.Sum(file => file.Errors));
        json.WriteNumber("warnings", files.Sum(file => file.Warnings));
        json.WriteStartArray("files");
        foreach (var file in files) WriteFile(json, file);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteFile(Utf8JsonWriter json, CheckedFile file)
    {
        json.WriteStartObject();
        json.WriteString("file", file.FileName);
        json.WriteBoolean("listsMacro", file.IsDeclared);
        json.WriteStartArray("findings");
        foreach (var finding in file.Findings) WriteFinding(json, finding);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, LocatedFinding finding)
    {
        var (position, diagnostic) = finding;
        json.WriteStartObject();
        json.WriteNumber("line", position.Line);
        json.WriteNumber("column", position.Column);
        json.WriteString("severity", diagnostic.Severity.ToWord());
        json.WriteString("code", diagnostic.Code);
        if (diagnostic.Subject is { } subject) json.WriteString("subject", subject);
        json.WriteString("message", diagnostic.Message);
        json.WriteEndObject();
    }
}
