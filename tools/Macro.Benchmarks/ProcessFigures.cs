using System.Diagnostics;

namespace Macro.Benchmarks;

/// <summary>Cold start, warm time and peak memory of real programs, taken in turn so that ratios hold on a noisy machine.</summary>
internal static class ProcessFigures
{
    private const int ColdStarts = 9;
    private const int WarmInvocations = 60;

    /// <summary>Prints a row for each event and program; the last program is the floor of the ratios.</summary>
    public static async Task<int> PrintAsync(IReadOnlyList<string> programs)
    {
        if (programs.Count == 0 || programs.FirstOrDefault(program => !File.Exists(program)) is { } missing
            && Say($"There is no {missing}. Build it: bash build/package.sh"))
        {
            return Say("usage: process BOOTSTRAP [FLOOR]") ? 2 : 0;
        }

        Console.WriteLine($"{"event",-32}{"program",-28}{"cold",9}{"of node",9}{"warm",10}{"of floor",9}{"peak",9}");
        foreach (var (name, macroEvent) in MacroEvents.OfAnySize) await PrintEventAsync(name, macroEvent, programs);
        foreach (var program in programs) Console.WriteLine($"{program}: {new FileInfo(program).Length} bytes");
        return 0;
    }

    private static async Task PrintEventAsync(string name, byte[] macroEvent, IReadOnlyList<string> programs)
    {
        var node = new List<double>();
        var figures = programs.ToDictionary(
            program => program, _ => (Cold: new List<double>(), Warm: new List<double>(), Peak: new List<double>()));
        for (var i = 0; i < ColdStarts; i++)
        {
            node.Add(await TimeNodeAsync());
            foreach (var program in programs)
            {
                using var api = new LocalRuntimeApi(program);
                await api.InvokeAsync(macroEvent);
                figures[program].Cold.Add(api.Age.TotalMilliseconds);
                for (var warm = 0; warm < WarmInvocations; warm++)
                    figures[program].Warm.Add((await api.InvokeAsync(macroEvent)).TotalMilliseconds);
                figures[program].Peak.Add(api.PeakMiB);
            }
        }
        var floor = Median(figures[programs[^1]].Warm);
        foreach (var (program, (cold, warm, peak)) in figures)
        {
            Console.WriteLine(
                $"{name,-32}{Path.GetFileName(program),-28}{Median(cold),6:F1} ms{Median(cold) / Median(node),9:F3}{Median(warm),7:F2} "
                    + $"ms{Median(warm) / floor,9:F2}{peak.Max(),5:F0} MiB");
        }
    }

    /// <summary>The time that <c>node -e 0</c> takes: what a function in Node.js pays before its first line.</summary>
    private static async Task<double> TimeNodeAsync()
    {
        var start = Stopwatch.GetTimestamp();
        using var node = Process.Start("node", ["-e", "0"]);
        await node.WaitForExitAsync();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static bool Say(string text)
    {
        Console.Error.WriteLine(text);
        return true;
    }
}
