using System.Diagnostics;
using Macro.Core;
using Macro.Core.Pipeline;

namespace Macro.Benchmarks;

/// <summary>
/// How the transform's time grows with the number of resources: the slope of a straight line through logarithms, 1 being linear.
/// </summary>
internal static class Scaling
{
    private static readonly int[] Functions = [3, 6, 13, 26, 53, 106, 166];

    public static int Print()
    {
        var settings = new MacroSettings(new Dictionary<string, string>());
        Measure(MacroEvents.OfFunctions(Functions[^1]), settings); // until the code is compiled for good
        var points = Functions
            .Select(functions => (Resources: 3 * functions + 1, Microseconds: Measure(MacroEvents.OfFunctions(functions), settings)))
            .ToList();
        foreach (var (resources, microseconds) in points)
        {
            Console.WriteLine(
                $"{resources,4} resources {microseconds,9:F1} us {microseconds / resources,6:F2} us each");
        }

        Console.WriteLine($"slope {Slope([.. points.Select(point => (Math.Log(point.Resources), Math.Log(point.Microseconds)))]):F3}");
        return 0;
    }

    /// <summary>The fastest of many runs, since noise only ever adds.</summary>
    private static double Measure(byte[] macroEvent, MacroSettings settings)
    {
        var best = double.MaxValue;
        for (var i = 0; i < 2000; i++)
        {
            var start = Stopwatch.GetTimestamp();
            using (MacroTransform.Run(macroEvent, settings)) best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }
        return best;
    }

    private static double Slope(IReadOnlyList<(double X, double Y)> points)
    {
        var (meanX, meanY) = (points.Average(point => point.X), points.Average(point => point.Y));
        return points.Sum(point => (point.X - meanX) * (point.Y - meanY)) / points.Sum(point => (point.X - meanX) * (point.X - meanX));
    }
}
