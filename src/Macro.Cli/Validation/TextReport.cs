using System.Text;
using Macro.Cli.Formatting;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Validation;

/// <summary>The findings of a validation as text: one line each, like compiler messages, and a summary.</summary>
internal static class TextReport
{
    public static string Write(IReadOnlyList<CheckedFile> files, string macroName)
    {
        var text = new StringBuilder();
        foreach (var file in files)
        {
            foreach (var finding in file.Findings) text.Append(finding.Describe(file.FileName)).Append('\n');
            if (!file.IsDeclared) text.Append(Notes.NotDeclared(file.FileName, macroName)).Append('\n');
        }
        text.Append(Summary(files)).Append('\n');
        var first = files.SelectMany(file => file.Findings).FirstOrDefault();
        return first is null ? text.ToString() : $"{text}More about a code: macro explain {first.Diagnostic.Code}\n";
    }

    private static string Summary(IReadOnlyList<CheckedFile> files)
    {
        var errors = Total(files, Severity.Error, file => file.Errors);
        var warnings = Total(files, Severity.Warning, file => file.Warnings);
        return $"{Quantity.Text(files.Count, "file")}: {errors}, {warnings}";
    }

    private static string Total(IReadOnlyList<CheckedFile> files, Severity severity, Func<CheckedFile, int> count)
    {
        var total = Quantity.Text(files.Sum(count), severity.ToWord());
        var affected = files.Count(file => count(file) > 0);
        return files.Count > 1 && affected > 0 ? $"{total} in {Quantity.Text(affected, "file")}" : total;
    }
}
