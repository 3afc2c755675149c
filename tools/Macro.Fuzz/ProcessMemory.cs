using System.Diagnostics;
using System.Globalization;

namespace Macro.Fuzz;

/// <summary>The memory of another process.</summary>
internal static class ProcessMemory
{
    /// <summary>The most memory that the process had, in bytes; 0 when there is none.</summary>
    public static long Peak(Process? process)
    {
        if (process is not { HasExited: false }) return 0;
        var line = File.ReadLines($"/proc/{process.Id}/status").FirstOrDefault(line => line.StartsWith("VmHWM", StringComparison.Ordinal));
        return line is null
            ? 0
            : 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
