using Macro.Aws;
using Macro.Cli.Hosting;
using Macro.Cli.Installation;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Commands;

/// <summary>Runs an installation, and reports its failure with what was done before.</summary>
/// <param name="Access">The access to AWS.</param>
/// <param name="Waiter">Waits for stacks.</param>
/// <param name="Output">What is printed.</param>
internal sealed record InstallRun(InstallAccess Access, StackWaiter Waiter, InstallOutput Output)
{
    public static async Task<int> GuardAsync(CommandHost host, string? region, string? bucket, Func<InstallRun, Task> work)
    {
        var output = new InstallOutput(line => host.Print(PrintableText.From(line) + "\n"));
        var known = region;
        try
        {
            using var access = new InstallAccess(host, region);
            known = access.Region;
            await work(new InstallRun(access, new StackWaiter(access.Stacks, host.PollDelay), output));
            return ExitCode.Success;
        }
        catch (InstallFailedException exception)
        {
            return Report(host, exception.Diagnostic, output);
        }
        catch (AwsException exception)
        {
            return Report(host, InstallErrors.For(exception, bucket, known!), output);
        }
        catch (Exception exception) when (exception is ConfigurationException or IOException or UnauthorizedAccessException)
        {
            return Report(host, InstallDiagnostics.CallFailed.For(DiagnosticTarget.Request, exception.Message), output);
        }
    }

    private static int Report(CommandHost host, Diagnostic diagnostic, InstallOutput output)
    {
        host.PrintError($"error {diagnostic.Code}: {diagnostic.Message}");
        if (output.Done.Count > 0) host.PrintError($"Done before the error: {string.Join("; ", output.Done)}.");
        return ExitCode.Rejected;
    }
}
