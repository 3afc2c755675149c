using System.Text;
using Macro.Lambda.Logging;
using Macro.Lambda.Runtime;

namespace Macro.Lambda;

/// <summary>Puts the process together and turns whatever ends it into an exit status.</summary>
/// <param name="endpoint">Host and port of the Runtime API, the value of <c>AWS_LAMBDA_RUNTIME_API</c>.</param>
/// <param name="log">Where faults go, with their stack traces.</param>
/// <param name="standardError">Where the process says in one line why it ends.</param>
internal sealed class Bootstrap(string? endpoint, MacroLog log, Stream standardError)
{
    /// <summary>Creates the handler, then answers events until <paramref name="stop"/> or until the process cannot go on.</summary>
    /// <param name="createHandler">Initializes whatever answers events; what it throws is reported as an initialization error.</param>
    /// <param name="backoff">How calls of the Runtime API are tried again; by default <see cref="Backoff.Default"/>.</param>
    /// <param name="stop">Ends the loop; the process itself is ended by a signal.</param>
    /// <returns>Exit status: 0 after <paramref name="stop"/>, 1 after a fault.</returns>
    public async Task<int> RunAsync(Func<IEventHandler> createHandler, Backoff? backoff = null, CancellationToken stop = default)
    {
        try
        {
            using var api = RuntimeApi.At(endpoint, backoff ?? Backoff.Default, log);
            var handler = await InitializeAsync(createHandler, api, stop);
            await new RuntimeLoop(api, handler, log).RunAsync(stop);
            return 0;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
        catch (BootstrapException fault)
        {
            log.Write(LogLevel.Fatal, fault.Message);
            standardError.Write(Encoding.UTF8.GetBytes($"bootstrap: {fault.Message}\n"));
            return 1;
        }
    }

    private async Task<IEventHandler> InitializeAsync(Func<IEventHandler> createHandler, RuntimeApi api, CancellationToken stop)
    {
        try
        {
            return createHandler();
        }
        catch (Exception fault)
        {
            log.WriteFault("Initialization failed.", fault);
            await api.ReportInitErrorAsync(fault, stop);
            throw new BootstrapException($"Initialization failed with {fault.GetType()}; the log has the stack trace.");
        }
    }
}
