using Macro.Cli.Hosting;
using Spectre.Console;

namespace Macro.Cli.Validation;

/// <summary>A progress bar for people who wait: on a terminal only, and only for what takes its time.</summary>
internal static class SlowProgress
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);

    /// <summary>Shows how far the work is, until it ends; the bar leaves nothing behind.</summary>
    /// <param name="work">The work, already under way.</param>
    /// <param name="title">What is being done, one word.</param>
    /// <param name="done">Tells how many steps are done.</param>
    /// <param name="total">How many steps there are.</param>
    /// <param name="host">Its error output gets the bar.</param>
    public static async Task Show(Task work, string title, Func<int> done, int total, CommandHost host)
    {
        if (!host.ErrorIsTerminal || await EndsWithin(host.ProgressDelay, work)) return;
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(host.Error) });
        await console.Progress().AutoClear(true).StartAsync(async context =>
        {
            var bar = context.AddTask(title, maxValue: total);
            do bar.Value = done();
            while (!await EndsWithin(Refresh, work));
        });
    }

    private static async Task<bool> EndsWithin(TimeSpan time, Task work) => await Task.WhenAny(work, Task.Delay(time)) == work;
}
