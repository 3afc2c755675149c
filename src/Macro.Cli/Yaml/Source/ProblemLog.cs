using Macro.Cli.Templates.Reading;

namespace Macro.Cli.Yaml.Source;

/// <summary>Collects the problems of one file.</summary>
internal sealed class ProblemLog(string fileName, bool allowsDuplicateKeys)
{
    private readonly List<TemplateProblem> _problems = [];

    /// <summary>Creates the exception for a problem that stops the reader. It includes the problems collected so far.</summary>
    public TemplateFileException Fatal(TextPosition position, string cause, string remedy) =>
        new(fileName, [.. InOrder(), new(position, cause, remedy)]);

    /// <summary>Collects the duplicate keys of a mapping, or marks all but the last of each where these are allowed.</summary>
    public void ReportDuplicates(List<SourceEntry> members)
    {
        var first = new Dictionary<string, SourceEntry>(members.Count);
        foreach (var member in members)
        {
            if (first.TryAdd(member.Name, member))
                continue;
            // Several << merge more than the last of them would.
            if (!allowsDuplicateKeys || member.IsMerge)
                _problems.Add(DuplicateKey(first[member.Name], member));
        }
        if (first.Count < members.Count && allowsDuplicateKeys)
            MarkReplaced(members);
    }

    /// <summary>Throws when a problem was collected.</summary>
    /// <exception cref="TemplateFileException">At least one problem was collected; the exception has all of them.</exception>
    public void ThrowIfAny()
    {
        if (_problems.Count > 0)
            throw new TemplateFileException(fileName, [.. InOrder()]);
    }

    private static void MarkReplaced(List<SourceEntry> members)
    {
        var last = new Dictionary<string, SourceEntry>(members.Count);
        foreach (var member in members)
            last[member.Name] = member;
        foreach (var member in members.Where(member => last[member.Name] != member))
            member.Winner = last[member.Name];
    }

    private static TemplateProblem DuplicateKey(SourceEntry first, SourceEntry member) => new(
        member.Position,
        $"Duplicate key {member.Name}; the first one is in line {first.Position.Line}.",
        "Remove or rename one of the two, or pass --allow-duplicate-keys: then the last one wins, as in SAM's command line.");

    private IEnumerable<TemplateProblem> InOrder() =>
        _problems.OrderBy(problem => problem.Position.Line).ThenBy(problem => problem.Position.Column);
}
