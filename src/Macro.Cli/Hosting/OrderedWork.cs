namespace Macro.Cli.Hosting;

/// <summary>Work on many items in parallel, with results in order and bounded memory.</summary>
internal static class OrderedWork
{
    /// <summary>How many results may wait for an earlier one.</summary>
    public static int Window { get; } = 4 * Environment.ProcessorCount;

    /// <summary>Works on each item, and hands over the results one after another in the order of the items.</summary>
    /// <param name="items">The items.</param>
    /// <param name="work">The work on one item. Runs in parallel, for at most <see cref="Window"/> items ahead of the last result.</param>
    /// <param name="use">Receives each result. If it fails, as for a closed output, no more work is begun.</param>
    /// <param name="cancel">Ends the work.</param>
    public static async Task ForEachAsync<TItem, TResult>(
        IEnumerable<TItem> items, Func<TItem, CancellationToken, Task<TResult>> work, Action<TItem, TResult> use,
        CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var processors = new SemaphoreSlim(Environment.ProcessorCount);
        var begun = new Queue<(TItem Item, Task<TResult> Work)>();
        try
        {
            foreach (var item in items)
            {
                if (begun.Count == Window) await UseNextAsync();
                begun.Enqueue((item, Task.Run(() => RunAsync(item), stop.Token)));
            }
            while (begun.Count > 0) await UseNextAsync();
        }
        finally
        {
            await stop.CancelAsync();
            await ((Task)Task.WhenAll(begun.Select(entry => entry.Work))).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task UseNextAsync()
        {
            var (item, result) = begun.Dequeue();
            use(item, await result);
        }

        async Task<TResult> RunAsync(TItem item)
        {
            await processors.WaitAsync(stop.Token);
            try
            {
                return await work(item, stop.Token);
            }
            finally
            {
                processors.Release();
            }
        }
    }
}
