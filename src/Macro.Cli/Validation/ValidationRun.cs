using Macro.Cli.Hosting;
using Macro.Cli.Preview;

namespace Macro.Cli.Validation;

/// <summary>Validates many files in parallel.</summary>
internal static class ValidationRun
{
    /// <summary>Validates the files of each argument.</summary>
    /// <param name="arguments">The files.</param>
    /// <param name="deployment">Returns the deployment of a template.</param>
    /// <param name="host">Reads the files and shows the progress.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>A result for each template, and for each argument without one, in the order of the arguments.</returns>
    public static async Task<IReadOnlyList<CheckedFile>> Validate(
        IReadOnlyList<FoundFiles> arguments, Func<string, PreviewOptions> deployment, CommandHost host, CancellationToken cancel)
    {
        FoundFile[] files = [.. arguments.SelectMany(argument => argument.Files)];
        var results = new CheckedFile?[files.Length];
        var done = 0;
        var work = Parallel.ForAsync(0, files.Length, cancel, async (i, stop) =>
        {
            results[i] = await CheckedFile.Check(files[i], deployment, host, stop);
            Interlocked.Increment(ref done);
        });
        await SlowProgress.Show(work, "Validating", () => Volatile.Read(ref done), () => files.Length, host);
        await work;
        return [.. Grouped(arguments, results)];
    }

    private static IEnumerable<CheckedFile> Grouped(IReadOnlyList<FoundFiles> arguments, CheckedFile?[] results)
    {
        var first = 0;
        foreach (var argument in arguments)
        {
            var found = results.Skip(first).Take(argument.Files.Count).OfType<CheckedFile>().ToList();
            first += argument.Files.Count;
            foreach (var file in found) yield return file;
            if (found.Count == 0 && argument.IfNone is var (cause, remedy))
                yield return CheckedFile.Nothing(argument.Argument, cause, remedy);
        }
    }
}
