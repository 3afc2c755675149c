using Macro.Cli.Yaml;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Preview;

/// <summary>A diagnostic at a line and column of a file.</summary>
internal sealed record LocatedFinding(TextPosition Position, Diagnostic Diagnostic)
{
    /// <summary>Every reason why a file is no template.</summary>
    public static IEnumerable<LocatedFinding> Of(TemplateFileException fault) =>
        fault.Problems.Select(problem => new LocatedFinding(problem.Position, PreviewDiagnostics.Malformed.On(null, problem.Cause, problem.Remedy)));

    /// <summary>The finding as compilers print theirs: <c>file:line:column: warning DD315 CreateOrder: …</c>.</summary>
    public string Describe(string fileName) =>
        $"{fileName}:{Position.Line}:{Position.Column}: {(Diagnostic.Severity == Severity.Error ? "error" : "warning")} {Diagnostic}";
}
