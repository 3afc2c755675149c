using System.Globalization;
using Macro.Core;
using Macro.Lambda;
using Macro.Lambda.Events;
using Macro.Lambda.LogGroups;
using Macro.Lambda.Logging;
using Macro.Lambda.Runtime;

namespace Macro.Benchmarks;

/// <summary>
/// The bytes that the whole bootstrap allocates for one event, its loop on the Runtime API and its log lines included. It runs in a
/// process of its own, where nothing else allocates.
/// </summary>
internal static class BootstrapBytes
{
    /// <summary>The argument that makes this program the bootstrap.</summary>
    public const string Command = "bootstrap";

    private const int WarmUp = 20;
    private const int Measured = 50;

    /// <summary>
    /// Returns the bytes of one event, the median of fifty. Another thread may have to allocate a large array that the first one has in its
    /// pool, so the mean is not the same in every run.
    /// </summary>
    public static async Task<long> MeasureAsync(byte[] macroEvent)
    {
        using var api = new LocalRuntimeApi(Environment.ProcessPath!, [Command]);
        for (var i = 0; i <= WarmUp + Measured; i++) await api.InvokeAsync(macroEvent);
        while (!long.TryParse(api.LastLine, NumberStyles.None, CultureInfo.InvariantCulture, out _)) await Task.Delay(10);
        return long.Parse(api.LastLine, CultureInfo.InvariantCulture);
    }

    /// <summary>The bootstrap, which prints the figure after the last event.</summary>
    public static Task<int> RunAsync()
    {
        var log = new MacroLog(Stream.Null, TimeProvider.System);
        var bootstrap = new Bootstrap(Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API"), log, Console.OpenStandardError());
        return bootstrap.RunAsync(() => new Counter(new EventDispatcher(
            new LogGroupsHandler(Environment.GetEnvironmentVariable, log, TimeProvider.System),
            new MacroHandler(MacroTransform.Run, new Dictionary<string, string>(), log))));
    }

    /// <summary>Counts from the start of one event to the start of the next one.</summary>
    private sealed class Counter(IEventHandler handler) : IEventHandler
    {
        private readonly List<long> _counts = [];
        private long _before;

        public bool Accepts(ReadOnlySpan<byte> payload) => true;

        public Task<EventResponse> HandleAsync(Invocation invocation, CancellationToken stop)
        {
            var now = GC.GetTotalAllocatedBytes(precise: true);
            _counts.Add(now - _before);
            _before = now;
            if (_counts.Count == WarmUp + Measured + 1)
                Console.WriteLine(_counts.Skip(WarmUp + 1).Order().ElementAt(Measured / 2).ToString(CultureInfo.InvariantCulture));
            return handler.HandleAsync(invocation, stop);
        }
    }
}
