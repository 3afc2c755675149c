namespace Macro.Cli.Formatting;

/// <summary>Notes on a file that are neither errors nor warnings.</summary>
internal static class Notes
{
    /// <summary>Returns a one-line note that a template does not list the macro.</summary>
    public static string NotDeclared(string fileName, string macroName) =>
        $"{fileName}: note: {macroName} is not listed under Transform, so a deployment would not instrument this template.";
}
