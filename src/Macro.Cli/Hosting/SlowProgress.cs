using Spectre.Console;

namespace Macro.Cli.Hosting;

/// <summary>A progress bar, shown only on a terminal and only for slow work.</summary>
internal static class SlowProgress
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);

    /// <summary>Shows the progress of work until it ends, and then removes the bar.</summary>
    /// <param name="work">The work, already started.</param>
    /// <param name="title">One word for the work.</param>
    /// <param name="done">Returns the number of completed steps.</param>
    /// <param name="total">Returns the number of steps, which may grow.</param>
    /// <param name="host">Its standard error shows the bar.</param>
    public static async Task Show(Task work, string title, Func<int> done, Func<int> total, CommandHost host)
    {
        if (!host.ErrorIsTerminal || await EndsWithin(host.ProgressDelay, work)) return;
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(host.Error) });
        await console.Progress().AutoClear(true).StartAsync(async context =>
        {
            var bar = context.AddTask(title, maxValue: total());
            do
            {
                bar.MaxValue = total();
                bar.Value = done();
            }
            while (!await EndsWithin(Refresh, work));
        });
    }

    private static async Task<bool> EndsWithin(TimeSpan time, Task work) => await Task.WhenAny(work, Task.Delay(time)) == work;
}
