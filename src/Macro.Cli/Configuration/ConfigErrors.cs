using Macro.Cli.Hosting;
using Macro.Cli.Preview;
using Macro.Cli.Templates.Reading;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Configuration;

/// <summary>Reports what is wrong with a configuration file.</summary>
internal static class ConfigErrors
{
    /// <summary>Reads a file. Writes to standard error why that fails.</summary>
    /// <returns>Whether it succeeded.</returns>
    public static bool AreNone(Func<ConfigFile?> read, CommandHost host)
    {
        try
        {
            read();
            return true;
        }
        catch (TemplateFileException exception)
        {
            foreach (var problem in exception.Problems)
            {
                var diagnostic = PreviewDiagnostics.WrongConfig.For(DiagnosticTarget.Request, problem.Cause, problem.Remedy);
                host.PrintError(new LocatedFinding(problem.Position, diagnostic).Describe(exception.FileName));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            host.PrintError($"error {PreviewDiagnostics.Unreadable.For(DiagnosticTarget.Request, exception.Message)}");
        }
        return false;
    }
}
