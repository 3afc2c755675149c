using System.Buffers;
using Macro.Lambda.Logging;

namespace Macro.Lambda.Runtime;

/// <summary>Takes one invocation after the other, lets the handler handle it, and sends the response.</summary>
internal sealed class RuntimeLoop(RuntimeApi api, IEventHandler handler, MacroLog log)
{
    /// <summary>
    /// A buffer up to this size is kept for the next invocation. Templates have at most 1 MB, so larger events are rare, and a buffer of
    /// 6 MB would be kept for nothing.
    /// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
    /// </summary>
    private const int MaxRetainedBytes = 2 * 1024 * 1024;

    private readonly IdleCollector _collector = new();
    private ArrayBufferWriter<byte> _payload = new();

    /// <summary>Runs until <paramref name="stop"/>.</summary>
    /// <exception cref="BootstrapException">
    /// The Runtime API cannot be reached, or the handler threw an exception, which has been reported by then.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was requested.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        while (true)
        {
            var invocation = await api.NextAsync(_payload, stop);
            await HandleAsync(invocation, stop);
            _payload = Recycle(_payload);
            _collector.AfterInvocation();
        }
    }

    private async Task HandleAsync(Invocation invocation, CancellationToken stop)
    {
        EventResponse response;
        try
        {
            response = await handler.HandleAsync(invocation, stop);
        }
        catch (InvocationFailedException exception)
        {
            log.Write(LogLevel.Error, exception.Message, invocation.RequestId);
            await api.ReportErrorAsync(invocation.RequestId, exception, stop);
            return;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            // After an unexpected exception the process is in an unknown state, so the next event gets a new process.
            log.WriteException("The handler failed.", exception, invocation.RequestId);
            await api.ReportErrorAsync(invocation.RequestId, exception, stop);
            throw new BootstrapException(
                $"The handler failed with {exception.GetType()} in request {invocation.RequestId}; the log has the stack trace.");
        }

        using (response) await api.RespondAsync(invocation.RequestId, response.Json, stop);
    }

    private static ArrayBufferWriter<byte> Recycle(ArrayBufferWriter<byte> buffer)
    {
        if (buffer.Capacity > MaxRetainedBytes) return new ArrayBufferWriter<byte>();
        buffer.ResetWrittenCount();
        return buffer;
    }
}
