using System.Text;
using Macro.Lambda.Logging;
using Macro.Lambda.Runtime;

namespace Macro.Lambda;

/// <summary>Composes the process and returns its exit status.</summary>
/// <param name="endpoint">Host and port of the Runtime API, the value of <c>AWS_LAMBDA_RUNTIME_API</c>.</param>
/// <param name="log">Receives errors, with their stack traces.</param>
/// <param name="standardError">Receives one line that says why the process ends.</param>
internal sealed class Bootstrap(string? endpoint, MacroLog log, Stream standardError)
{
    /// <summary>Creates the handler, then handles events until <paramref name="stop"/> or until the process cannot continue.</summary>
    /// <param name="createHandler">Creates the handler of all events; an exception is reported as an initialization error.</param>
    /// <param name="backoff">How calls of the Runtime API are repeated; by default <see cref="RuntimeApi.DefaultBackoff"/>.</param>
    /// <param name="stop">Ends the loop. A signal ends the process without it.</param>
    /// <returns>Exit status: 0 after <paramref name="stop"/>, 1 after an error.</returns>
    public async Task<int> RunAsync(Func<IEventHandler> createHandler, Backoff? backoff = null, CancellationToken stop = default)
    {
        try
        {
            using var api = RuntimeApi.Create(endpoint, backoff ?? RuntimeApi.DefaultBackoff, log);
            var handler = await InitializeAsync(createHandler, api, stop);
            await new RuntimeLoop(api, handler, log).RunAsync(stop);
            return 0;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
        catch (BootstrapException exception)
        {
            log.Write(LogLevel.Fatal, exception.Message);
            standardError.Write(Encoding.UTF8.GetBytes($"bootstrap: {exception.Message}\n"));
            return 1;
        }
    }

    private async Task<IEventHandler> InitializeAsync(Func<IEventHandler> createHandler, RuntimeApi api, CancellationToken stop)
    {
        try
        {
            return createHandler();
        }
        catch (Exception exception)
        {
            log.WriteException("Initialization failed.", exception);
            await api.ReportInitErrorAsync(exception, stop);
            throw new BootstrapException($"Initialization failed with {exception.GetType()}; the log has the stack trace.");
        }
    }
}
