using Macro.Core.Diagnostics;

namespace Macro.Cli.Formatting;

/// <summary>Notes on a file that are neither errors nor warnings.</summary>
internal static class Notes
{
    /// <summary>Returns a printable note on one line that a SAM configuration was found and read.</summary>
    public static string SamConfig(string fileName, string config) =>
        PrintableText.From($"{fileName}: note: parameters, region and stack name are those of {config}.");

    /// <summary>Returns a printable note on one line that a template does not list the macro.</summary>
    public static string NotDeclared(string fileName, string macroName) =>
        PrintableText.From(
            $"{fileName}: note: {macroName} is not listed under Transform, so a deployment would not instrument this template.");
}
