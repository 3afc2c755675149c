using Macro.Cli.Hosting;
using Macro.Cli.Preview;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Commands;

/// <summary>Writes the result of a command to a file.</summary>
internal static class OutputFile
{
    /// <summary>Writes a file: all of it, or nothing. If that fails, writes the reason to standard error.</summary>
    /// <returns>The exit status.</returns>
    public static async Task<int> Write(string fileName, ReadOnlyMemory<byte> content, CommandHost host, CancellationToken cancel)
    {
        try
        {
            if (fileName.Length == 0) throw new IOException("The name of the file is empty.");
            if (InputFile.IsOpenStream(fileName) || InputFile.IsSpecial(fileName)) await Append(fileName, content, cancel);
            else await Replace(fileName, content, cancel);
            return ExitCode.Success;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Report(fileName, exception, host);
        }
    }

    /// <summary>Writes to standard error why a file or folder cannot be written.</summary>
    /// <returns>The exit status.</returns>
    public static int Report(string fileName, Exception exception, CommandHost host)
    {
        host.PrintError($"{fileName}: error {PreviewDiagnostics.Unwritable.For(DiagnosticTarget.Request, exception.Message)}");
        return ExitCode.Rejected;
    }

    /// <summary>Writes to an open stream, a pipe or a device, such as <c>/dev/stdout</c>.</summary>
    private static async Task Append(string fileName, ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        await using var output = new FileStream(fileName, FileMode.Append, FileAccess.Write);
        await output.WriteAsync(content, cancel);
    }

    /// <summary>
    /// Writes a new file beside the target and renames it, so that a failure leaves the target, which may be the input, as it is. Writes
    /// through a link, and keeps the mode.
    /// </summary>
    private static async Task Replace(string fileName, ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        var link = new FileInfo(fileName);
        var target = (link.LinkTarget is null ? link : link.ResolveLinkTarget(returnFinalTarget: true)!).FullName;
        if (File.Exists(target)) File.Open(target, FileMode.Open, FileAccess.Write).Dispose();
        else if (Directory.Exists(target)) throw new IOException($"'{target}' is a folder.");
        var temporary = $"{Path.Join(Path.GetDirectoryName(target), Path.GetRandomFileName())}.tmp";
        try
        {
            await using (var output = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                if (!OperatingSystem.IsWindows() && File.Exists(target))
                    File.SetUnixFileMode(output.SafeFileHandle, File.GetUnixFileMode(target));
                await output.WriteAsync(content, cancel);
                output.Flush(flushToDisk: true);
            }
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
