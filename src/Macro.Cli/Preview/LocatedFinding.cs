using System.Text.Json;
using Macro.Cli.Templates.Reading;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Preview;

/// <summary>A diagnostic at a line and column of a file.</summary>
internal sealed record LocatedFinding(TextPosition Position, Diagnostic Diagnostic)
{
    /// <summary>The logical id of the resource that contains the place; null when it is outside of resources.</summary>
    public string? LogicalId { get; init; }

    /// <summary>
    /// Formats the finding like a compiler message, on one printable line: <c>file:line:column: warning DD315 CreateOrder: …</c>.
    /// </summary>
    public string Describe(string fileName) =>
        PrintableText.From($"{fileName}:{Position.Line}:{Position.Column}: {Diagnostic.Severity.ToWord()} {Diagnostic}");

    /// <summary>Writes the members of the finding in every JSON output.</summary>
    public void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteNumber("line", Position.Line);
        json.WriteNumber("column", Position.Column);
        json.WriteString("severity", Diagnostic.Severity.ToWord());
        json.WriteString("code", Diagnostic.Code);
        if (Diagnostic.Subject is { } subject) json.WriteString("subject", subject);
        json.WriteString("message", Diagnostic.Message);
    }
}
