namespace Macro.Core.LogForwarding;

/// <summary>
/// Compares names of functions whose parts may be unknown until the deployment: <c>${…}</c> or the JSON of an expression.
/// </summary>
internal static class NamePattern
{
    /// <summary>How much of a logical id is certainly in a name that CloudFormation generates.</summary>
    private const int MaxGeneratedPart = 20;

    /// <summary>Whether CloudFormation may have generated a name, <c>stack-LogicalId-RANDOM</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html
    /// </remarks>
    public static NameMatch IsGeneratedFrom(string logicalId, string name)
    {
        var part = logicalId.Length > MaxGeneratedPart ? $"-{logicalId[..MaxGeneratedPart]}" : $"-{logicalId}-";
        return !IsUnknown(name) && name.Contains(part, StringComparison.Ordinal) ? NameMatch.Maybe : NameMatch.No;
    }

    /// <summary>Compares two names.</summary>
    public static NameMatch Compare(string first, string second)
    {
        if (first == second) return NameMatch.Yes;
        var (isFirstUnknown, isSecondUnknown) = (IsUnknown(first), IsUnknown(second));
        if (!isFirstUnknown && !isSecondUnknown) return NameMatch.No;
        // The same symbol has the same value on both sides.
        var common = CommonStart(first, second);
        var (start, end) = (first[common..], second[common..]);
        var (a, b) = (Edges(start), Edges(end));
        // A completely unknown name could match any name, so a match would mean nothing.
        if (common == 0 && (a is ("", "") && isFirstUnknown || b is ("", "") && isSecondUnknown)) return NameMatch.No;
        var canBe = IsUnknown(start)
            ? IsUnknown(end) ? DoFit(a, b) : DoesFit(end, a)
            : IsUnknown(end) && DoesFit(start, b);
        return canBe ? NameMatch.Maybe : NameMatch.No;
    }

    private static bool IsUnknown(string text) =>
        text.Contains("${", StringComparison.Ordinal) || text.Contains("{\"", StringComparison.Ordinal);

    /// <summary>The length of the common start that does not end inside of a symbol.</summary>
    private static int CommonStart(string first, string second)
    {
        var length = first.AsSpan().CommonPrefixLength(second);
        var open = first.AsSpan(0, length).LastIndexOf('{');
        return open < 0 || first.AsSpan(0, length).LastIndexOf('}') > open ? length : open > 0 && first[open - 1] == '$' ? open - 1 : open;
    }

    /// <summary>The known text before the first and after the last unknown part.</summary>
    private static (string Start, string End) Edges(string text)
    {
        var start = text.IndexOf('{', StringComparison.Ordinal);
        if (start < 0) return (text, text);
        if (start > 0 && text[start - 1] == '$') start--;
        return (text[..start], text[(text.LastIndexOf('}') + 1)..]);
    }

    private static bool DoesFit(string name, (string Start, string End) edges) =>
        name.Length >= edges.Start.Length + edges.End.Length
        && name.StartsWith(edges.Start, StringComparison.Ordinal) && name.EndsWith(edges.End, StringComparison.Ordinal);

    private static bool DoFit((string Start, string End) a, (string Start, string End) b) =>
        (a.Start.StartsWith(b.Start, StringComparison.Ordinal) || b.Start.StartsWith(a.Start, StringComparison.Ordinal))
        && (a.End.EndsWith(b.End, StringComparison.Ordinal) || b.End.EndsWith(a.End, StringComparison.Ordinal));
}
