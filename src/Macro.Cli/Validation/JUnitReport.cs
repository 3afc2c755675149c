using System.Security;
using System.Text;
using Macro.Cli.Preview;
using Macro.Core.Configuration;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Validation;

/// <summary>
/// The findings of a validation as test results: each file is a suite, and each finding a test in it. An error is a failure; a warning is
/// the output of a test that passes.
/// </summary>
/// <remarks>Source: https://github.com/testmoapp/junitxml</remarks>
internal sealed class JUnitReport(Action<string> print) : ValidationReport
{
    public override void Begin() =>
        print($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"macro validate {Text(MacroVersion.Text)}\">\n");

    public override void Add(CheckedFile file)
    {
        var path = Text(PathOf(file.FileName));
        var count = Math.Max(1, file.Findings.Count);
        var suite = new StringBuilder($"  <testsuite name=\"{path}\" tests=\"{count}\" failures=\"{file.Errors}\">\n");
        foreach (var finding in file.Findings) Append(suite, path, finding, file.FileName);
        if (file.Findings.Count == 0) suite.Append($"    <testcase name=\"macro validate\" classname=\"{path}\"/>\n");
        print(suite.Append("  </testsuite>\n").ToString());
    }

    public override void End(ValidationTotals totals) => print("</testsuites>\n");

    private static void Append(StringBuilder suite, string path, LocatedFinding finding, string fileName)
    {
        var diagnostic = finding.Diagnostic;
        var name = diagnostic.Subject is { } subject ? $"{diagnostic.Code} {subject}" : diagnostic.Code;
        suite.Append($"    <testcase name=\"{Text(name)}\" classname=\"{path}\">\n      ");
        var text = Text(finding.Describe(fileName));
        suite.Append(diagnostic.Severity == Severity.Error
            ? $"<failure type=\"{diagnostic.Code}\" message=\"{Text(diagnostic.Message)}\">{text}</failure>"
            : $"<system-out>{text}</system-out>");
        suite.Append("\n    </testcase>\n");
    }

    private static string Text(string text) => SecurityElement.Escape(PrintableText.From(text));
}
