using System.Globalization;
using Macro.CloudFormation.Protocol;
using Macro.Core.Diagnostics;

namespace Macro.Core.Pipeline;

/// <summary>The result of one run: the instrumented fragment and its changes, or the errors.</summary>
public sealed class InstrumentationResult : IDisposable
{
    private readonly MacroResponse? _success;
    private MacroResponse? _failure;

    internal InstrumentationResult(string requestId, MacroResponse? success, IReadOnlyList<Diagnostic> diagnostics)
    {
        RequestId = requestId;
        _success = success;
        Diagnostics = diagnostics;
    }

    /// <summary>The event's <c>requestId</c>; empty when the event had none.</summary>
    public string RequestId { get; }

    /// <summary>Whether there is a <see cref="Fragment"/>, which replaces the template.</summary>
    public bool Succeeded => _success is not null;

    /// <summary>The whole template as UTF-8 JSON; null on failure. Valid until the result is disposed.</summary>
    public ReadOnlyMemory<byte>? Fragment => _success?.Fragment;

    /// <summary>
    /// The response for CloudFormation: one JSON object in UTF-8, on one line if the fragment is on one line. Valid until the result is
    /// disposed.
    /// </summary>
    public ReadOnlyMemory<byte> Response => (_success ?? (_failure ??= MacroResponse.Failure(RequestId, ErrorMessage!))).Json;

    /// <summary>All diagnostics; without errors when <see cref="Succeeded"/> is true.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>The resources of all supported kinds, by kind and then in the order of the template; empty on failure.</summary>
    public IReadOnlyList<FoundResource> Resources { get; init; } = [];

    /// <summary>Logical ids of the instrumented resources, in the order of the template; empty on failure.</summary>
    public IReadOnlyList<string> Instrumented { get; init; } = [];

    /// <summary>The layer versions that functions use, in the order of their first use; empty on failure.</summary>
    public IReadOnlyList<UsedLayer> UsedLayers { get; init; } = [];

    /// <summary>The changes, in the order in which they were made; empty on failure, or if the host did not request them.</summary>
    public IReadOnlyList<Change> Changes { get; init; } = [];

    /// <summary>Texts that must not be displayed.</summary>
    public Secrets Secrets { get; init; } = new([]);

    /// <summary>The data for reverting each resource, by logical id; empty unless the host requested it.</summary>
    public IReadOnlyDictionary<string, InstrumentationMemory> Memories { get; init; } =
        new Dictionary<string, InstrumentationMemory>();

    /// <summary>
    /// The error message for CloudFormation, which shows nothing else: a summary line, then a line for each error; null on success.
    /// </summary>
    public string? ErrorMessage
    {
        get
        {
            if (Succeeded) return null;
            var errors = Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).ToList();
            var summary = errors.Count == 1
                ? "Nothing was instrumented: 1 problem."
                : $"Nothing was instrumented: {errors.Count} problems.";
            return string.Join('\n', errors.Select(error => error.ToString()).Prepend(summary));
        }
    }

    /// <summary>Returns the response's memory to the pool. Without it, the garbage collector frees the memory later.</summary>
    public void Dispose()
    {
        _success?.Dispose();
        _failure?.Dispose();
    }

    /// <summary>The result for a response that is larger than the host may send.</summary>
    /// <param name="requestId">The event's <c>requestId</c>.</param>
    /// <param name="bytes">The size of the response.</param>
    /// <param name="limit">The largest size.</param>
    public static InstrumentationResult ResponseTooLarge(string requestId, int bytes, int limit) => new(requestId, null,
    [
        RequestDiagnostics.ResponseTooLarge.For(
            DiagnosticTarget.Request, bytes.ToString(CultureInfo.InvariantCulture), limit.ToString(CultureInfo.InvariantCulture)),
    ]);

    /// <summary>The result for an unexpected error in the macro itself.</summary>
    /// <param name="requestId">The event's <c>requestId</c>, or that of the Lambda invocation when the event could not be read.</param>
    /// <param name="exception">Only its type is reported, since its message may contain values of the template.</param>
    public static InstrumentationResult InternalError(string requestId, Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new(requestId, null, [RequestDiagnostics.InternalError.For(DiagnosticTarget.Request, exception.GetType().Name, requestId)]);
    }
}
