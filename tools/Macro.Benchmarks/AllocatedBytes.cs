using System.Globalization;
using Macro.Core;
using Macro.Core.Pipeline;

namespace Macro.Benchmarks;

/// <summary>
/// What an event costs whatever is in it, and what each function adds, in allocated bytes. They are the same on every machine, so a
/// regression is seen: <c>--check</c> compares them with the file of the last known figures.
/// </summary>
internal static class AllocatedBytes
{
    private const double Tolerance = 0.05;
    private const int Runs = 10;
    private static readonly string KnownFigures = Path.Combine("tools", "Macro.Benchmarks", "allocated-bytes.txt");

    /// <summary>Prints the figures of each event; compares them with the known ones, or replaces these.</summary>
    /// <returns>Exit status: 1 when a figure differs by more than a twentieth.</returns>
    public static async Task<int> PrintAsync(IReadOnlyList<string> options)
    {
        var figures = new List<(string Name, long Transform, long Bootstrap)>();
        foreach (var (name, macroEvent) in Events())
            figures.Add((name, Transform(macroEvent), await BootstrapBytes.MeasureAsync(macroEvent)));
        Print(figures);
        if (options is ["--update"]) await File.WriteAllLinesAsync(KnownFigures, figures.Select(Line));
        return options is ["--check"] ? Check(figures) : 0;
    }

    private static IEnumerable<(string Name, byte[] Event)> Events() =>
    [
        .. MacroEvents.OfAnySize,
        ("100 functions with log forwarding", MacroEvents.WithForwarding(100)),
        ("60 state machines", MacroEvents.WithWorkflows(60)),
    ];

    private static long Transform(byte[] macroEvent)
    {
        var settings = new MacroSettings(new Dictionary<string, string>());
        for (var i = 0; i < Runs; i++) Run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Runs; i++) Run();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Runs;

        void Run()
        {
            using var result = MacroTransform.Run(macroEvent, settings);
            if (!result.Succeeded) throw new InvalidOperationException(result.ErrorMessage);
        }
    }

    private static void Print(List<(string Name, long Transform, long Bootstrap)> figures)
    {
        Console.WriteLine($"{"event",-36}{"transform",12}{"bootstrap",12}");
        foreach (var (name, transform, bootstrap) in figures) Console.WriteLine($"{name,-36}{transform,12:N0}{bootstrap,12:N0}");
        var (one, many) = (figures[0], figures[2]);
        var (slope, loopSlope) = ((many.Transform - one.Transform) / 159, (many.Bootstrap - one.Bootstrap) / 159);
        Console.WriteLine($"{"each function",-36}{slope,12:N0}{loopSlope,12:N0}");
        Console.WriteLine($"{"each event, whatever is in it",-36}{one.Transform - slope,12:N0}{one.Bootstrap - loopSlope,12:N0}");
    }

    private static string Line((string Name, long Transform, long Bootstrap) figure) =>
        string.Create(CultureInfo.InvariantCulture, $"{figure.Transform} {figure.Bootstrap} {figure.Name}");

    private static int Check(List<(string Name, long Transform, long Bootstrap)> figures)
    {
        var status = 0;
        foreach (var (figure, line) in figures.Zip(File.ReadLines(KnownFigures)))
        {
            var known = line.Split(' ', 3);
            if (known[2] == figure.Name && IsNear(figure.Transform, known[0]) && IsNear(figure.Bootstrap, known[1])) continue;
            Console.Error.WriteLine(
                $"{figure.Name}: the figures are {Line(figure)}; {KnownFigures} has {line}. If that is intended: bytes --update");
            status = 1;
        }
        return status;
    }

    private static bool IsNear(long figure, string known) =>
        Math.Abs((double)figure / long.Parse(known, CultureInfo.InvariantCulture) - 1) <= Tolerance;
}
