using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Cli.Preview;

/// <summary>The result of a preview: the instrumented template, if any, and all findings.</summary>
internal sealed record PreviewResult
{
    private PreviewResult(IReadOnlyList<Finding> findings) => Findings = findings;

    /// <param name="result">The result of the macro.</param>
    /// <param name="parameterPath">The path of the macro's parameters in the template.</param>
    /// <param name="isDeclared">Whether the template lists the macro.</param>
    public PreviewResult(InstrumentationResult result, JsonPath parameterPath, bool isDeclared)
        : this([.. result.Diagnostics.Select(diagnostic => Finding.Create(diagnostic, parameterPath))])
    {
        Result = result;
        IsDeclared = isDeclared;
    }

    /// <summary>The macro's result; null when the template did not reach the macro.</summary>
    public InstrumentationResult? Result { get; }

    /// <summary>The instrumented template, UTF-8 JSON; null when it was rejected.</summary>
    public ReadOnlyMemory<byte>? Fragment => Result?.Fragment;

    /// <summary>Whether the template lists the macro under <c>Transform</c>; when not, a deployment would not instrument it.</summary>
    public bool IsDeclared { get; } = true;

    public IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The simulated deployment; null unless changes are recorded.</summary>
    public PreviewedDeployment? Deployment { get; init; }

    public static PreviewResult Rejected(params IReadOnlyList<Finding> findings) => new(findings);

    public static PreviewResult Unresolved(JsonPath path, IEnumerable<(string Parameter, string Reference)> unresolved) => new(
    [
        .. unresolved.Select(entry => new Finding(
            path.Append(entry.Parameter),
            PreviewDiagnostics.NoValue.For(DiagnosticTarget.Request, entry.Parameter, entry.Reference))),
    ]);
}
