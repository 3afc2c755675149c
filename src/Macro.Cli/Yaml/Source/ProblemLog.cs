using Macro.Cli.Templates.Reading;

namespace Macro.Cli.Yaml.Source;

/// <summary>Collects the problems of one file.</summary>
internal sealed class ProblemLog(string fileName)
{
    private readonly List<TemplateProblem> _problems = [];

    /// <summary>Creates the exception for a problem that stops the reader. It includes the problems collected so far.</summary>
    public TemplateFileException Fatal(TextPosition position, string cause, string remedy) =>
        new(fileName, [.. InOrder(), new(position, cause, remedy)]);

    /// <summary>Collects the duplicate keys of a mapping.</summary>
    public void ReportDuplicates(List<SourceEntry> members)
    {
        var first = new Dictionary<string, TextPosition>(members.Count);
        foreach (var member in members)
        {
            if (!first.TryAdd(member.Name, member.Position))
                _problems.Add(new(
                    member.Position,
                    $"Duplicate key {member.Name}; the first one is in line {first[member.Name].Line}.",
                    "Remove or rename one of the two."));
        }
    }

    /// <summary>Throws when a problem was collected.</summary>
    /// <exception cref="TemplateFileException">At least one problem was collected; the exception has all of them.</exception>
    public void ThrowIfAny()
    {
        if (_problems.Count > 0)
            throw new TemplateFileException(fileName, [.. InOrder()]);
    }

    private IEnumerable<TemplateProblem> InOrder() =>
        _problems.OrderBy(problem => problem.Position.Line).ThenBy(problem => problem.Position.Column);
}
