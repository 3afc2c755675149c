using System.Buffers;
using Macro.Lambda.Logging;

namespace Macro.Lambda.Runtime;

/// <summary>Takes one invocation after the other, has it answered, and sends the answer back.</summary>
internal sealed class RuntimeLoop(RuntimeApi api, IEventHandler handler, MacroLog log)
{
    /// <summary>
    /// Buffers up to this size are kept for the next invocation. Templates have 1 MB at most, so larger events are rare and 6 MB twice
    /// would be kept for nothing. Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
    /// </summary>
    private const int RetainedBytes = 2 * 1024 * 1024;

    private readonly IdleCollector _collector = new();
    private ArrayBufferWriter<byte> _payload = new();
    private ArrayBufferWriter<byte> _response = new();

    /// <summary>Runs until <paramref name="stop"/>.</summary>
    /// <exception cref="BootstrapException">The Runtime API cannot be reached, or the handler threw; the latter is reported first.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was requested.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        while (true)
        {
            var invocation = await api.NextAsync(_payload, stop);
            await AnswerAsync(invocation, stop);
            _payload = Recycle(_payload);
            _response = Recycle(_response);
            _collector.AfterInvocation();
        }
    }

    private async Task AnswerAsync(Invocation invocation, CancellationToken stop)
    {
        try
        {
            await handler.HandleAsync(invocation, _response, stop);
        }
        catch (InvocationFailedException fault)
        {
            log.Write(LogLevel.Error, fault.Message, invocation.RequestId);
            await api.ReportErrorAsync(invocation.RequestId, fault, stop);
            return;
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            // What a handler lets through leaves the process in an unknown state, so the next event gets a fresh one.
            log.WriteFault("The handler failed.", fault, invocation.RequestId);
            await api.ReportErrorAsync(invocation.RequestId, fault, stop);
            throw new BootstrapException($"The handler failed with {fault.GetType()} in request {invocation.RequestId}; the log has the stack trace.");
        }

        await api.RespondAsync(invocation.RequestId, _response.WrittenMemory, stop);
    }

    private static ArrayBufferWriter<byte> Recycle(ArrayBufferWriter<byte> buffer)
    {
        if (buffer.Capacity > RetainedBytes)
            return new ArrayBufferWriter<byte>();
        buffer.ResetWrittenCount();
        return buffer;
    }
}
