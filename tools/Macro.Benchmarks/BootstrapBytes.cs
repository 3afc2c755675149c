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

    /// <summary>Returns the bytes of one event, in the mean of fifty.</summary>
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

    /// <summary>Counts from the start of one event to the start of a later one.</summary>
    private sealed class Counter(IEventHandler handler) : IEventHandler
    {
        private int _count;
        private long _before;

        public bool Accepts(ReadOnlySpan<byte> payload) => true;

        public Task<EventResponse> HandleAsync(Invocation invocation, CancellationToken stop)
        {
            if (_count == WarmUp) _before = GC.GetTotalAllocatedBytes(precise: true);
            if (_count == WarmUp + Measured)
                Console.WriteLine(((GC.GetTotalAllocatedBytes(precise: true) - _before) / Measured).ToString(CultureInfo.InvariantCulture));
            _count++;
            return handler.HandleAsync(invocation, stop);
        }
    }
}
