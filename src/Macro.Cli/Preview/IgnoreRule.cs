using System.IO.Enumeration;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Preview;

/// <summary>Warnings that are not reported. Errors always are, since they reject the deployment.</summary>
/// <param name="Code">A code, or the beginning of codes such as <c>DD3</c>.</param>
/// <param name="LogicalId">The resource, or a pattern with <c>*</c> and <c>?</c>; null for the whole template.</param>
internal sealed record IgnoreRule(string Code, string? LogicalId = null)
{
    /// <summary>Whether the rule covers a finding.</summary>
    public bool Covers(Finding finding) =>
        finding.Severity == Severity.Warning
        && finding.Diagnostic.Code.StartsWith(Code, StringComparison.Ordinal)
        && (LogicalId is null || finding.LogicalId is { } id && FileSystemName.MatchesSimpleExpression(LogicalId, id, ignoreCase: false));
}
