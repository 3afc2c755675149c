using System.Diagnostics;
using System.Globalization;

namespace Macro.Cli.Tests.Deployed.Fakes;

/// <summary>Runs the program in a process of its own.</summary>
internal static class MacroProcess
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    /// <summary>The native program to run instead of the one of this build: <c>MACRO_PROGRAM</c>; null for none.</summary>
    public static string? Native => Environment.GetEnvironmentVariable("MACRO_PROGRAM");

    /// <summary>Runs a command, without the AWS settings of this process.</summary>
    /// <param name="variables">Environment variables.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The exit status, everything that it printed, and the largest resident memory in bytes that was seen.</returns>
    public static async Task<(int ExitCode, string Output, long PeakMemory)> RunAsync(
        IEnumerable<(string Name, string Value)> variables, params string[] arguments)
    {
        var start = Native is { } program
            ? new ProcessStartInfo(program, arguments)
            : new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "macro.dll"), .. arguments]);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in variables) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var peak = 0L;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, PeakOf(process.Id));
            await Task.Delay(BetweenLooks);
        }
        return (process.ExitCode, await output + await error, peak);
    }

    /// <summary>What the kernel has recorded; 0 for a process that has ended.</summary>
    private static long PeakOf(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            var kibibytes = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2];
            return kibibytes is null ? 0 : 1024 * long.Parse(kibibytes, CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
