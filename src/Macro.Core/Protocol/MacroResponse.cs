using System.Buffers;
using Macro.Core.Diagnostics;
using Macro.Json;

namespace Macro.Core.Protocol;

/// <summary>The answer to one macro event: an instrumented fragment, or every reason why there is none.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros-author.html</remarks>
public sealed class MacroResponse : IDisposable
{
    private readonly Utf8Buffer? _fragment;

    internal MacroResponse(string requestId, Utf8Buffer? fragment, IReadOnlyList<Diagnostic> diagnostics, IReadOnlyList<string>? instrumented = null)
    {
        RequestId = requestId;
        _fragment = fragment;
        Diagnostics = diagnostics;
        Instrumented = instrumented ?? [];
    }

    /// <summary>The event's <c>requestId</c>, echoed; empty when the event had none.</summary>
    public string RequestId { get; }

    /// <summary>Whether <see cref="Fragment"/> is to replace the template.</summary>
    public bool Succeeded => _fragment is not null;

    /// <summary>The whole template, UTF-8 JSON, until the response is disposed of; null on failure.</summary>
    public ReadOnlyMemory<byte>? Fragment => _fragment?.Written;

    /// <summary>Everything that was noticed; no errors when <see cref="Succeeded"/> is true.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Logical ids of what was instrumented, in the order of the template; empty on failure.</summary>
    public IReadOnlyList<string> Instrumented { get; }

    /// <summary>
    /// The whole error report, since CloudFormation shows nothing else: a summary line, then a line for each error; null on success.
    /// </summary>
    public string? ErrorMessage
    {
        get
        {
            if (Succeeded) return null;
            var errors = Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).ToList();
            var summary = errors.Count == 1 ? "Nothing was instrumented: 1 problem." : $"Nothing was instrumented: {errors.Count} problems.";
            return string.Join('\n', errors.Select(error => error.ToString().ReplaceLineEndings(" ")).Prepend(summary));
        }
    }

    /// <summary>Writes the response as CloudFormation reads it: one JSON object, UTF-8, on one line when the fragment is.</summary>
    public void WriteTo(IBufferWriter<byte> output)
    {
        output.Write("{\"requestId\":"u8);
        output.Write(Utf8Buffer.Quote(RequestId));
        output.Write(",\"status\":"u8);
        output.Write(Succeeded ? "\"success\",\"fragment\":"u8 : "\"failure\",\"errorMessage\":"u8);
        if (Fragment is { } fragment) output.Write(fragment.Span);
        else output.Write(Utf8Buffer.Quote(ErrorMessage!));
        output.Write("}"u8);
    }

    /// <summary>Gives the fragment's memory back. A response that is not disposed of costs no more than its memory.</summary>
    public void Dispose() => _fragment?.Dispose();

    /// <summary>The answer when the macro itself is at fault.</summary>
    /// <param name="requestId">The event's <c>requestId</c>, or the invocation's where the event could not be read.</param>
    /// <param name="fault">Only its type is told; messages of exceptions may carry values.</param>
    public static MacroResponse InternalFault(string requestId, Exception fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return new(requestId, null, [RequestDiagnostics.InternalError.For(DiagnosticTarget.Request, fault.GetType().Name, requestId)]);
    }
}
