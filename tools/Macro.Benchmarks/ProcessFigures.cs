using System.Diagnostics;

namespace Macro.Benchmarks;

/// <summary>
/// Cold start, warm time and peak memory of real programs. The programs run in turn, and each ratio is the median of the ratios of the
/// rounds, so that it holds on a noisy machine.
/// </summary>
internal static class ProcessFigures
{
    private const int Rounds = 15;
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
        var rounds = new List<(double Node, List<Figures> Programs)>();
        for (var i = 0; i < Rounds; i++)
        {
            var node = await TimeNodeAsync();
            var figures = new List<Figures>();
            foreach (var program in programs) figures.Add(await MeasureAsync(program, macroEvent));
            rounds.Add((node, figures));
        }
        for (var p = 0; p < programs.Count; p++)
        {
            var own = rounds.Select(round => round.Programs[p]).ToList();
            var ofNode = Median(rounds.Select(round => round.Programs[p].Cold / round.Node));
            var ofFloor = Median(rounds.Select(round => round.Programs[p].Warm / round.Programs[^1].Warm));
            Console.WriteLine(
                $"{name,-32}{Path.GetFileName(programs[p]),-28}{Median(own.Select(round => round.Cold)),6:F1} ms{ofNode,9:F3}"
                    + $"{Median(own.Select(round => round.Warm)),7:F2} ms{ofFloor,9:F2}{own.Max(round => round.Peak),5:F0} MiB");
        }
    }

    private static async Task<Figures> MeasureAsync(string program, byte[] macroEvent)
    {
        using var api = new LocalRuntimeApi(program);
        await api.InvokeAsync(macroEvent);
        var cold = api.Age.TotalMilliseconds;
        var warm = new List<double>();
        for (var i = 0; i < WarmInvocations; i++) warm.Add((await api.InvokeAsync(macroEvent)).TotalMilliseconds);
        return new Figures(cold, Median(warm), api.PeakMiB);
    }

    /// <summary>The time that <c>node -e 0</c> takes: what a function in Node.js pays before its first line.</summary>
    private static async Task<double> TimeNodeAsync()
    {
        var start = Stopwatch.GetTimestamp();
        using var node = Process.Start("node", ["-e", "0"]);
        await node.WaitForExitAsync();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static bool Say(string text)
    {
        Console.Error.WriteLine(text);
        return true;
    }

    /// <summary>The figures of one program in one round.</summary>
    /// <param name="Cold">From the start of the process to the first response, in milliseconds.</param>
    /// <param name="Warm">The median of a warm event, in milliseconds.</param>
    /// <param name="Peak">The most memory, in MiB.</param>
    private sealed record Figures(double Cold, double Warm, double Peak);
}
