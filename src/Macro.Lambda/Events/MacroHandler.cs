using System.Buffers;
using Macro.Core.Diagnostics;
using Macro.Core.Protocol;
using Macro.Lambda.Logging;
using Macro.Lambda.Runtime;

namespace Macro.Lambda.Events;

/// <summary>Answers macro events: runs the transform, logs what came of it, and turns any fault into a failure that CloudFormation shows.</summary>
/// <param name="transform">The transform, <c>MacroTransform.Run</c>.</param>
/// <param name="variables">The macro's own environment variables, account-wide defaults of parameters.</param>
/// <param name="log">One line for each result and each diagnostic.</param>
internal sealed class MacroHandler(
    Func<ReadOnlyMemory<byte>, MacroSettings, MacroResponse> transform,
    IReadOnlyDictionary<string, string> variables,
    MacroLog log) : IEventHandler
{
    /// <summary>Everything: what is no macro event gets a failure that says so.</summary>
    public bool Accepts(ReadOnlySpan<byte> payload) => true;

    /// <inheritdoc/>
    public Task HandleAsync(Invocation invocation, ArrayBufferWriter<byte> response, CancellationToken stop)
    {
        try
        {
            Transform(invocation, response);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            AnswerFault(fault, invocation, response);
        }

        return Task.CompletedTask;
    }

    private void Transform(Invocation invocation, ArrayBufferWriter<byte> response)
    {
        using var result = transform(invocation.Payload, new MacroSettings(variables, invocation.FunctionArn));
        result.WriteTo(response);
        LogDiagnostics(result.Diagnostics, invocation.RequestId);
        LogResult(result, invocation, response.WrittenCount);
        if (response.WrittenCount > PayloadLimit.Bytes)
            OversizedResponse.Replace(response, result.RequestId);
    }

    private void AnswerFault(Exception fault, Invocation invocation, ArrayBufferWriter<byte> response)
    {
        var requestId = MacroRequestId.Find(invocation.Payload.Span) ?? invocation.RequestId;
        log.Write(LogLevel.Error, "The transform failed with an internal fault.", invocation.RequestId, json =>
        {
            json.WriteString("macroRequestId", requestId);
            ExceptionDetails.WriteMembers(json, fault);
        });
        response.ResetWrittenCount();
        MacroResponse.InternalFault(requestId, fault).WriteTo(response);
    }

    private void LogDiagnostics(IReadOnlyList<Diagnostic> diagnostics, string requestId)
    {
        // Codes and subjects only: a message may show a parameter's value. One line a code, since a line costs more than a function.
        foreach (var found in diagnostics.GroupBy(diagnostic => (diagnostic.Code, diagnostic.Severity)))
            log.Write(found.Key.Severity == Severity.Error ? LogLevel.Error : LogLevel.Warn, "The template has a diagnostic.", requestId, json =>
            {
                json.WriteString("code", found.Key.Code);
                json.WriteStartArray("subjects");
                foreach (var diagnostic in found.Where(diagnostic => diagnostic.Subject is not null)) json.WriteStringValue(diagnostic.Subject);
                json.WriteEndArray();
            });
    }

    private void LogResult(MacroResponse result, Invocation invocation, int responseBytes) =>
        log.Write(LogLevel.Info, result.Succeeded ? "The template is instrumented." : "The template is rejected.", invocation.RequestId, json =>
        {
            json.WriteString("macroRequestId", result.RequestId);
            json.WriteNumber("requestBytes", invocation.Payload.Length);
            json.WriteNumber("responseBytes", responseBytes);
            json.WriteNumber("instrumented", result.Instrumented.Count);
            json.WriteNumber("diagnostics", result.Diagnostics.Count);
        });
}
