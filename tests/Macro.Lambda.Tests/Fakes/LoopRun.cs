using System.Text;
using Macro.Lambda.Logging;
using Macro.Lambda.Runtime;

namespace Macro.Lambda.Tests.Fakes;

/// <summary>The real loop, run in this process against a fake Runtime API until its script ends or the loop does.</summary>
internal sealed record LoopRun(int ExitStatus, IReadOnlyList<ApiRequest> Posts, int Connections, string Log, string StandardError)
{
    public static Task<LoopRun> RunAsync(IEventHandler handler, params Reply[] events) => RunAsync(() => handler, events);

    public static async Task<LoopRun> RunAsync(
        Func<IEventHandler> createHandler, IEnumerable<Reply> events, IEnumerable<Reply>? acknowledgements = null)
    {
        await using var api = new FakeRuntimeApi(events, acknowledgements);
        using var stop = new CancellationTokenSource();
        using var log = new MemoryStream();
        using var standardError = new MemoryStream();

        var bootstrap = new Bootstrap(api.Endpoint, new MacroLog(log, TimeProvider.System), standardError);
        var running = bootstrap.RunAsync(createHandler, new Backoff(3, TimeSpan.Zero), stop.Token);
        await (await Task.WhenAny(running, api.Exhausted));
        await stop.CancelAsync();

        return new LoopRun(await running, [.. api.Posts], api.Connections, Text(log), Text(standardError));
    }

    private static string Text(MemoryStream stream) => Encoding.UTF8.GetString(stream.ToArray());
}
