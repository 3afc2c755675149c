using System.Buffers;
using Macro.CloudFormation.Protocol;
using Macro.Core.Diagnostics;
using Macro.Json;

namespace Macro.Core.Pipeline;

/// <summary>Everything that a host needs to know of one run: the instrumented fragment, or every reason why there is none, and what was changed.</summary>
public sealed class InstrumentationResult : IDisposable
{
    private readonly Utf8Buffer? _fragment;

    internal InstrumentationResult(string requestId, Utf8Buffer? fragment, IReadOnlyList<Diagnostic> diagnostics)
    {
        RequestId = requestId;
        _fragment = fragment;
        Diagnostics = diagnostics;
    }

    /// <summary>The event's <c>requestId</c>, echoed; empty when the event had none.</summary>
    public string RequestId { get; }

    /// <summary>Whether <see cref="Fragment"/> is to replace the template.</summary>
    public bool Succeeded => _fragment is not null;

    /// <summary>The whole template, UTF-8 JSON, until the result is disposed of; null on failure.</summary>
    public ReadOnlyMemory<byte>? Fragment => _fragment?.Written;

    /// <summary>Everything that was noticed; no errors when <see cref="Succeeded"/> is true.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>The resources of the kinds that are instrumented, kind by kind in the order of the template; empty on failure.</summary>
    public IReadOnlyList<FoundResource> Resources { get; init; } = [];

    /// <summary>Logical ids of what was instrumented, in the order of the template; empty on failure.</summary>
    public IReadOnlyList<string> Instrumented { get; init; } = [];

    /// <summary>What was changed, in the order in which it was done; empty unless they were recorded, and on failure.</summary>
    public IReadOnlyList<Change> Changes { get; init; } = [];

    /// <summary>Texts that nothing made for people may show.</summary>
    public Secrets Secrets { get; init; } = new([]);

    /// <summary>What reverting each resource has to know, by logical id; empty unless changes were recorded.</summary>
    public IReadOnlyDictionary<string, InstrumentationMemory> Memories { get; init; } = new Dictionary<string, InstrumentationMemory>();

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
        if (Fragment is { } fragment) MacroResponse.WriteSuccess(output, RequestId, fragment.Span);
        else MacroResponse.WriteFailure(output, RequestId, ErrorMessage!);
    }

    /// <summary>Gives the fragment's memory back. A result that is not disposed of costs no more than its memory.</summary>
    public void Dispose() => _fragment?.Dispose();

    /// <summary>The result when the macro itself has an error.</summary>
    /// <param name="requestId">The event's <c>requestId</c>, or the invocation's where the event could not be read.</param>
    /// <param name="exception">Only its type is reported; messages of exceptions may carry values.</param>
    public static InstrumentationResult InternalError(string requestId, Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new(requestId, null, [RequestDiagnostics.InternalError.For(DiagnosticTarget.Request, exception.GetType().Name, requestId)]);
    }
}
