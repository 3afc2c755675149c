using Macro.Cli.Formatting;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Preview;

/// <summary>Findings of one file that have one cause.</summary>
/// <param name="Places">The findings, in their order; at least one.</param>
internal sealed record FoldedFinding(IReadOnlyList<LocatedFinding> Places)
{
    /// <summary>A name that is part of a word counts as the resource's own only if it is this long.</summary>
    private const int MinPartLength = 4;

    public LocatedFinding First => Places[0];

    /// <summary>Code and text without the names of its own resource: the same for findings of the same cause.</summary>
    public string Cause => CauseOf(First.Diagnostic);

    /// <summary>Folds findings that differ only in the resource that they are about, in the order of the first.</summary>
    public static IReadOnlyList<FoldedFinding> Of(IEnumerable<LocatedFinding> findings) =>
        [.. findings.GroupBy(finding => CauseOf(finding.Diagnostic)).Select(cause => new FoldedFinding([.. cause]))];

    /// <summary>
    /// Formats the findings as one printable line, like a compiler message: that of the first, and the names and lines of the others.
    /// </summary>
    /// <param name="fileName">The file.</param>
    /// <param name="isBrief">Whether a few names are enough.</param>
    public string Describe(string fileName, bool isBrief = false)
    {
        var others = Places.Skip(1).Select(place => $"{place.Diagnostic.Subject ?? "the template"} (line {place.Position.Line})").ToList();
        var text = First.Describe(fileName);
        var names = isBrief ? NameList.Text(others) : string.Join(", ", others);
        return others.Count == 0 ? text : text + PrintableText.From($" The same holds for {names}.");
    }

    private static string CauseOf(Diagnostic diagnostic) => $"{diagnostic.Code} {WithoutName(diagnostic.Message, diagnostic.Subject)}";

    /// <summary>Replaces a name where it is a word, or begins one that is made of it, such as <c>OrdersRole</c>.</summary>
    private static string WithoutName(string message, string? name)
    {
        if (string.IsNullOrEmpty(name)) return message;
        var (text, from) = (new System.Text.StringBuilder(), 0);
        for (var at = Find(0); at >= 0; at = Find(at + name.Length))
        {
            var isStart = at == 0 || !char.IsLetterOrDigit(message[at - 1]);
            var end = at + name.Length;
            var isWhole = end == message.Length || !char.IsLetterOrDigit(message[end]);
            if (!isStart || !isWhole && name.Length < MinPartLength) continue;
            text.Append(message, from, at - from).Append('\0');
            from = end;
        }
        return text.Append(message, from, message.Length - from).ToString();

        int Find(int start) => message.IndexOf(name, start, StringComparison.Ordinal);
    }
}
