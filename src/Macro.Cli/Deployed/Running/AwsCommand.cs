using Macro.Aws;
using Macro.Cli.Deployed.Access;
using Macro.Cli.Deployed.Messages;
using Macro.Cli.Deployed.Planning;
using Macro.Cli.Hosting;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Deployed.Running;

/// <summary>Opens the access to AWS for a command, and reports in the same way for each why there is none.</summary>
internal static class AwsCommand
{
    /// <summary>Runs a command with access to AWS.</summary>
    /// <param name="host">The streams and the environment.</param>
    /// <param name="access">Where, and with whose credentials.</param>
    /// <param name="run">The command; it gets a token that Ctrl+C requests.</param>
    /// <param name="cancel">Requested by Ctrl+C.</param>
    /// <returns>The exit status.</returns>
    public static async Task<int> RunAsync(
        CommandHost host, AccessOptions access, Func<AwsSession, CancellationToken, Task<int>> run, CancellationToken cancel)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, host.Interrupted);
        try
        {
            await using var session = await AwsSession.OpenAsync(host, access, either.Token);
            return await run(session, either.Token);
        }
        catch (ConfigurationException exception)
        {
            return Fail(host, DeployedDiagnostics.NoCredentials.For(DiagnosticTarget.Request, exception.Message.TrimEnd('.')));
        }
        catch (NoRegionException)
        {
            return Fail(host, DeployedDiagnostics.NoRegion.For(DiagnosticTarget.Request));
        }
        catch (AwsException exception)
        {
            return Fail(host, DeployedDiagnostics.CallFailed.For(DiagnosticTarget.Request, ErrorText.Of(exception, [])));
        }
    }

    /// <summary>Writes an error to standard error.</summary>
    /// <returns>The exit status.</returns>
    public static int Fail(CommandHost host, Diagnostic diagnostic)
    {
        host.Error.WriteLine($"error {PrintableText.From(diagnostic.ToString())}");
        return ExitCode.Rejected;
    }
}
