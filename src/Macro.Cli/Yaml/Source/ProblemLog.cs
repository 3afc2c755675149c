using Macro.Cli.Templates.Reading;
namespace Macro.Cli.Yaml.Source;

/// <summary>Collects what is wrong with one file.</summary>
internal sealed class ProblemLog(string fileName)
{
    private readonly List<TemplateProblem> _problems = [];

    /// <summary>Makes the exception for a problem that ends the reading, after those collected so far.</summary>
    public TemplateFileException Fatal(TextPosition position, string cause, string remedy) =>
        new(fileName, [.. InOrder(), new(position, cause, remedy)]);

    /// <summary>Collects every key that a mapping has more than once.</summary>
    public void ReportDuplicates(List<SourceEntry> members)
    {
        var first = new Dictionary<string, TextPosition>(members.Count);
        foreach (var member in members)
        {
            if (!first.TryAdd(member.Name, member.Position))
                _problems.Add(new(
                    member.Position,
                    $"The key {member.Name} is already in line {first[member.Name].Line} of the same mapping.",
                    "Remove or rename one of the two."));
        }
    }

    /// <summary>Ends the reading when a problem was collected.</summary>
    /// <exception cref="TemplateFileException">Names them all.</exception>
    public void ThrowIfAny()
    {
        if (_problems.Count > 0)
            throw new TemplateFileException(fileName, [.. InOrder()]);
    }

    private IEnumerable<TemplateProblem> InOrder() =>
        _problems.OrderBy(problem => problem.Position.Line).ThenBy(problem => problem.Position.Column);
}
