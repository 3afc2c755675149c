using System.Globalization;
using System.Text.RegularExpressions;

namespace Macro.Benchmarks;

/// <summary>
/// Counts the instructions of native programs with valgrind's callgrind. Unlike times, the counts do not depend on what else the machine
/// does. One instruction that clears or copies many bytes counts once for each step, so memory costs more here than in reality.
/// </summary>
internal static partial class InstructionCounts
{
    private const int WarmInvocations = 20;

    /// <summary>
    /// The garbage collector reserves 256 GB of addresses, which valgrind refuses; half a gigabyte is enough. No other thread collects.
    /// </summary>
    /// <remarks>Source: https://learn.microsoft.com/dotnet/core/runtime-config/garbage-collector (hexadecimal, without 0x)</remarks>
    private static readonly Dictionary<string, string> Variables = new()
    {
        ["DOTNET_GCRegionRange"] = "20000000",
        ["DOTNET_gcConcurrent"] = "0",
    };

    /// <summary>Prints a row for each event and program; the last program is the floor of the ratios.</summary>
    public static async Task<int> PrintAsync(IReadOnlyList<string> programs)
    {
        Console.WriteLine($"{"thousands of instructions",-32}{"program",-14}{"first",12}{"of floor",10}{"warm",12}{"of floor",10}");
        foreach (var (name, macroEvent) in MacroEvents.OfAnySize)
        {
            var counts = new List<(string Program, double First, double Warm)>();
            foreach (var program in programs)
            {
                var first = await CountAsync(program, macroEvent, 1);
                var more = await CountAsync(program, macroEvent, 1 + WarmInvocations);
                counts.Add((Path.GetFileName(program), first / 1000.0, (more - first) / 1000.0 / WarmInvocations));
            }
            foreach (var (program, first, warm) in counts)
            {
                Console.WriteLine(
                    $"{name,-32}{program,-14}{first,12:N0}{first / counts[^1].First,10:F2}{warm,12:N0}{warm / counts[^1].Warm,10:F2}");
            }
        }
        return 0;
    }

    private static async Task<long> CountAsync(string program, byte[] macroEvent, int invocations)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            // A copy, without the file of symbols beside the program: valgrind cannot read it and ends.
            var (copy, log) = (Path.Combine(folder.FullName, "program"), Path.Combine(folder.FullName, "log"));
            File.Copy(program, copy);
            using (var api = new LocalRuntimeApi(
                "valgrind", ["--tool=callgrind", "--callgrind-out-file=/dev/null", $"--log-file={log}", copy], Variables))
            {
                for (var i = 0; i < invocations; i++) await api.InvokeAsync(macroEvent);
                await api.EndAsync();
            }
            var collected = CollectedLine().Match(await File.ReadAllTextAsync(log));
            return collected.Success
                ? long.Parse(collected.Groups[1].Value, CultureInfo.InvariantCulture)
                : throw new InvalidOperationException($"valgrind did not count {program}.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex(@"Collected : (\d+)")]
    private static partial Regex CollectedLine();
}
