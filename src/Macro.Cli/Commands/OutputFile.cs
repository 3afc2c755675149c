using Macro.Cli.Hosting;
using Macro.Cli.Preview;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Commands;

/// <summary>Writes the result of a command to a file.</summary>
internal static class OutputFile
{
    /// <summary>Writes a file. If that fails, writes the reason to standard error.</summary>
    /// <returns>The exit status.</returns>
    public static async Task<int> Write(string fileName, ReadOnlyMemory<byte> content, CommandHost host, CancellationToken cancel)
    {
        try
        {
            await File.WriteAllBytesAsync(fileName, content, cancel);
            return ExitCode.Success;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var diagnostic = PreviewDiagnostics.Unwritable.For(DiagnosticTarget.Request, exception.Message);
            await host.Error.WriteLineAsync($"{fileName}: error {diagnostic}");
            return ExitCode.Rejected;
        }
    }
}
