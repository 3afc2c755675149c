using System.Text.Json;
using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;
using Macro.Lambda.Logging;
using Macro.Lambda.Runtime;

namespace Macro.Lambda.Events;

/// <summary>
/// Handles macro events: runs the transform, logs the result, and turns any exception into a failure response, which CloudFormation shows.
/// </summary>
/// <param name="transform">The transform, <c>MacroTransform.Run</c>.</param>
/// <param name="variables">The macro's own environment variables, the account-wide defaults of parameters.</param>
/// <param name="log">Receives a line for each result and for each diagnostic code.</param>
internal sealed class MacroHandler(
    Func<ReadOnlyMemory<byte>, MacroSettings, InstrumentationResult> transform,
    IReadOnlyDictionary<string, string> variables,
    MacroLog log) : IEventHandler
{
    /// <summary>Accepts every event. An event that is not a macro event gets a failure response that says so.</summary>
    public bool Accepts(ReadOnlySpan<byte> payload) => true;

    /// <inheritdoc/>
    public Task<EventResponse> HandleAsync(Invocation invocation, CancellationToken stop)
    {
        InstrumentationResult result;
        try
        {
            result = Transform(invocation);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            result = InternalError(exception, invocation);
        }
        return Task.FromResult(new EventResponse(result.Response, result));
    }

    private InstrumentationResult Transform(Invocation invocation)
    {
        var result = transform(invocation.Payload, new MacroSettings(variables, invocation.FunctionArn));
        var bytes = result.Response.Length;
        LogDiagnostics(result.Diagnostics, invocation.RequestId);
        LogResult(result, invocation, bytes);
        if (bytes <= PayloadLimit.Bytes) return result;
        result.Dispose();
        return InstrumentationResult.ResponseTooLarge(result.RequestId, bytes, PayloadLimit.Bytes);
    }

    private InstrumentationResult InternalError(Exception exception, Invocation invocation)
    {
        var requestId = MacroRequestId.Find(invocation.Payload.Span) ?? invocation.RequestId;
        log.Write(LogLevel.Error, "The transform failed with an internal error.", invocation.RequestId, json =>
        {
            json.WriteString("macroRequestId", requestId);
            ExceptionDetails.WriteMembers(json, exception);
        });
        return InstrumentationResult.InternalError(requestId, exception);
    }

    private void LogDiagnostics(IReadOnlyList<Diagnostic> diagnostics, string requestId)
    {
        // Only codes and subjects: a message may show the value of a parameter. One line per code, since writing a line takes longer than
        // instrumenting a function.
        foreach (var found in diagnostics.GroupBy(diagnostic => diagnostic.Code))
        {
            var level = found.Any(diagnostic => diagnostic.Severity == Severity.Error) ? LogLevel.Error
                : found.Any(diagnostic => diagnostic.Severity == Severity.Warning) ? LogLevel.Warn
                : LogLevel.Info;
            log.Write(level, "The template has a diagnostic.", requestId, json => WriteMembers(json, found.Key, found));
        }
    }

    private static void WriteMembers(Utf8JsonWriter json, string code, IEnumerable<Diagnostic> diagnostics)
    {
        json.WriteString("code", code);
        json.WriteStartArray("subjects");
        foreach (var diagnostic in diagnostics)
        {
            if (diagnostic.Subject is not null) json.WriteStringValue(diagnostic.Subject);
        }
        json.WriteEndArray();
    }

    private void LogResult(InstrumentationResult result, Invocation invocation, int responseBytes)
    {
        var message = result.Succeeded ? "The template is instrumented." : "The template is rejected.";
        log.Write(LogLevel.Info, message, invocation.RequestId, json =>
        {
            json.WriteString("macroRequestId", result.RequestId);
            json.WriteNumber("requestBytes", invocation.Payload.Length);
            json.WriteNumber("responseBytes", responseBytes);
            json.WriteNumber("instrumented", result.Instrumented.Count);
            json.WriteNumber("diagnostics", result.Diagnostics.Count);
        });
    }
}
