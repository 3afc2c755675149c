using Macro.Cli.Templates;
using Macro.Cli.Templates.Reading;
using Macro.Core.Configuration;
using Macro.Json;

namespace Macro.Cli.Configuration;

/// <summary>Collects what is wrong with a configuration file.</summary>
/// <param name="file">The file, for positions.</param>
internal sealed class ConfigProblems(TemplateFile file)
{
    private readonly List<TemplateProblem> _problems = [];

    /// <summary>The place of a value.</summary>
    public ConfigPlace PlaceOf(Node value, string? pattern) => new(file.FileName, file.Locate(value.Path), pattern);

    public void Add(JsonPath path, string cause, string remedy) => _problems.Add(new(file.Locate(path), cause, remedy));

    /// <summary>Reports a key that nothing reads.</summary>
    public void AddUnknown(JsonPath path, string noun, string name, IEnumerable<string> known)
    {
        var names = known.ToList();
        var nearest = NearestName.Find(name, names);
        Add(path, $"Unknown {noun} {name}.", nearest is not null ? $"Did you mean {nearest}?"
            : names.Count > ConfigKeys.All.Count ? "List all: macro parameters" : $"Known: {string.Join(", ", names)}.");
    }

    /// <exception cref="TemplateFileException">There is a problem.</exception>
    public void ThrowIfAny()
    {
        if (_problems.Count > 0)
            throw new TemplateFileException(file.FileName, [.. _problems.OrderBy(problem => problem.Position.Line)]);
    }
}
