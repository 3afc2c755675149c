namespace Macro.Benchmarks;

/// <summary>Whether a program's memory grows over thousands of invocations.</summary>
internal static class Growth
{
    private const int Invocations = 10_000;
    private const int FirstInvocations = 1_000;

    /// <summary>Prints the peak after the first thousand invocations and after ten thousand.</summary>
    public static async Task<int> PrintAsync(string program)
    {
        var macroEvent = MacroEvents.OfFunctions(20);
        using var api = new LocalRuntimeApi(program);
        var (before, after) = (0.0, 0.0);
        for (var i = 1; i <= Invocations; i++)
        {
            await api.InvokeAsync(macroEvent);
            if (i == FirstInvocations) before = api.PeakMiB;
        }
        after = api.PeakMiB;
        Console.WriteLine(
            $"peak {before:F2} MiB after {FirstInvocations} invocations, {after:F2} MiB after {Invocations}: "
                + $"{100 * (after - before) / before:F2} % more");
        return 0;
    }
}
