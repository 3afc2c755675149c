using Macro.Cli.Hosting;
using Macro.Cli.Preview;

namespace Macro.Cli.Validation;

/// <summary>Validates many files, on all processors at once.</summary>
internal static class ValidationRun
{
    /// <summary>Validates each file.</summary>
    /// <returns>A result for each, in the order of the files.</returns>
    public static async Task<IReadOnlyList<CheckedFile>> Of(IReadOnlyList<string> files, PreviewOptions options, CommandHost host, CancellationToken cancel)
    {
        var results = new CheckedFile[files.Count];
        var done = 0;
        var work = Parallel.ForAsync(0, files.Count, cancel, async (i, stop) =>
        {
            results[i] = await CheckedFile.Of(files[i], options, host, stop);
            Interlocked.Increment(ref done);
        });
        await SlowProgress.Show(work, "Validating", () => Volatile.Read(ref done), files.Count, host);
        await work;
        return results;
    }
}
