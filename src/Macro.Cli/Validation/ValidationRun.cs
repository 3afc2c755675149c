using Macro.Cli.Hosting;
using Macro.Cli.Preview;

namespace Macro.Cli.Validation;

/// <summary>Validates many files in parallel.</summary>
internal static class ValidationRun
{
    /// <summary>Validates each file.</summary>
    /// <returns>A result for each file, in the order of the files.</returns>
    public static async Task<IReadOnlyList<CheckedFile>> Validate(
        IReadOnlyList<string> files, PreviewOptions options, CommandHost host, CancellationToken cancel)
    {
        var results = new CheckedFile[files.Count];
        var done = 0;
        var work = Parallel.ForAsync(0, files.Count, cancel, async (i, stop) =>
        {
            results[i] = await CheckedFile.Check(files[i], options, host, stop);
            Interlocked.Increment(ref done);
        });
        await SlowProgress.Show(work, "Validating", () => Volatile.Read(ref done), () => files.Count, host);
        await work;
        return results;
    }
}
