using System.Text;

namespace Macro.Cli.Validation;

/// <summary>What validation found, a line for each finding as compilers print theirs, and a summary.</summary>
internal static class TextReport
{
    public static string Write(IReadOnlyList<CheckedFile> files, string macroName)
    {
        var text = new StringBuilder();
        foreach (var file in files)
        {
            foreach (var finding in file.Findings) text.Append(finding.Describe(file.FileName)).Append('\n');
            if (!file.IsDeclared) text.Append($"{file.FileName}: note: {macroName} is not listed under Transform, so a deployment would not instrument this template.\n");
        }
        text.Append(Summary(files)).Append('\n');
        var first = files.SelectMany(file => file.Findings).FirstOrDefault();
        return first is null ? text.ToString() : $"{text}More about a code: macro explain {first.Diagnostic.Code}\n";
    }

    private static string Summary(IReadOnlyList<CheckedFile> files)
    {
        var (errors, warnings) = (files.Sum(file => file.Errors), files.Sum(file => file.Warnings));
        return $"{Count(files.Count, "file")}: {Count(errors, "error")}{In(file => file.Errors)}, {Count(warnings, "warning")}{In(file => file.Warnings)}";

        string In(Func<CheckedFile, int> count) => files.Count > 1 && files.Count(file => count(file) > 0) is var some and > 0 ? $" in {Count(some, "file")}" : "";
    }

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}
