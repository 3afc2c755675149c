using Macro.Cli.Hosting;
using Macro.Cli.Preview;

namespace Macro.Cli.Search;

/// <summary>Works on the files of many arguments in parallel.</summary>
internal static class TemplateRun
{
    /// <summary>Works on each file, shows the progress on a terminal, and hands over the results in the order of the arguments.</summary>
    /// <param name="title">One word for the work.</param>
    /// <param name="arguments">The files.</param>
    /// <param name="work">The work on a file. Returns null for a file that is passed over.</param>
    /// <param name="nothing">Creates the result of an argument without any.</param>
    /// <param name="failed">
    /// Creates the result of a file that makes this program fail in <paramref name="work"/> or <paramref name="use"/>.
    /// </param>
    /// <param name="use">Receives each result. If it fails, it must leave everything as it was, since it then receives another one.</param>
    /// <param name="host">Shows the progress.</param>
    /// <param name="cancel">Ends the work.</param>
    public static async Task ForEachAsync<T>(
        string title, IReadOnlyList<FoundFiles> arguments, Func<FoundFile, CancellationToken, Task<T?>> work, Func<FoundFiles, T> nothing,
        Func<string, Exception, T> failed, Action<T> use, CommandHost host, CancellationToken cancel)
        where T : class
    {
        var total = arguments.Sum(argument => argument.Files.Count);
        var (done, results) = (0, new int[arguments.Count]);
        var files = arguments.SelectMany((argument, i) => argument.Files.Select(file => (file, i)));
        var current = 0;
        var running = OrderedWork.ForEachAsync(files, (entry, stop) => WorkAsync(entry.file, stop), (entry, result) =>
        {
            UseEmptyBefore(entry.i);
            Volatile.Write(ref done, done + 1);
            if (result is null) return;
            results[entry.i]++;
            Use(entry.file, result);
        }, cancel);
        await SlowProgress.Show(running, title, () => Volatile.Read(ref done), () => Math.Max(1, total), host);
        await running;
        UseEmptyBefore(arguments.Count);

        async Task<T?> WorkAsync(FoundFile file, CancellationToken stop)
        {
            try
            {
                return await work(file, stop);
            }
            catch (Exception exception) when (TemplateInput.IsBug(exception))
            {
                return failed(file.Name, exception);
            }
        }

        void Use(FoundFile file, T result)
        {
            try
            {
                use(result);
            }
            catch (Exception exception) when (TemplateInput.IsBug(exception))
            {
                use(failed(file.Name, exception));
            }
        }

        void UseEmptyBefore(int next)
        {
            for (; current < next; current++)
            {
                if (results[current] == 0 && arguments[current].IfNone is not null) use(nothing(arguments[current]));
            }
        }
    }
}
