using Macro.Cli.Templates.Reading;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Preview;

/// <summary>A diagnostic at a line and column of a file.</summary>
internal sealed record LocatedFinding(TextPosition Position, Diagnostic Diagnostic)
{
    /// <summary>
    /// Formats the finding like a compiler message, on one printable line: <c>file:line:column: warning DD315 CreateOrder: …</c>.
    /// </summary>
    public string Describe(string fileName) =>
        PrintableText.From($"{fileName}:{Position.Line}:{Position.Column}: {Diagnostic.Severity.ToWord()} {Diagnostic}");
}
