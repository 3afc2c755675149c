using System.Globalization;

namespace Macro.Mutants;

/// <summary>The tests that pass without a mutant, and what they reach; as a worker measured it.</summary>
internal sealed class Coverage
{
    private readonly HashSet<int> _statics;
    private readonly List<Test> _tests = [];

    /// <summary>Reads what <see cref="Worker.WriteCoverage"/> wrote.</summary>
    public Coverage(string[] lines)
    {
        _statics = Numbers(lines[^1]);
        foreach (var line in lines[..^1])
        {
            if (line.Split('\t') is not [var name, var milliseconds, var reached, var failure]) continue;
            if (failure.Length == 0) _tests.Add(new Test(name, int.Parse(milliseconds, CultureInfo.InvariantCulture), Numbers(reached)));
            else Failing.Add($"{name}: {failure}");
        }
    }

    /// <summary>Tests that fail without a mutant, and so say nothing of any.</summary>
    public List<string> Failing { get; } = [];

    /// <summary>The number of tests that can be used.</summary>
    public int Count => _tests.Count;

    /// <summary>Whether the mutant is in a static initializer, or in what one calls.</summary>
    public bool IsStatic(Mutant mutant) => _statics.Contains(mutant.Id);

    /// <summary>The tests that may kill a mutant, the likely and quick first. For a static mutant these are all.</summary>
    public IReadOnlyList<string> TestsOf(Mutant mutant) =>
    [
        .. _tests
            .Where(test => IsStatic(mutant) || test.Reached.Contains(mutant.Id))
            .OrderBy(test => test.Milliseconds switch { > 300 => 2, > 60 => 1, _ => 0 })
            .ThenByDescending(test => Nearness(test.Name, mutant.File))
            .ThenBy(test => test.Reached.Count)
            .Select(test => test.Name),
    ];

    /// <summary>Tests of the file's own class come first, then those of its folders.</summary>
    private static int Nearness(string test, string file)
    {
        var own = test.Contains($"{Path.GetFileNameWithoutExtension(file)}Tests.", StringComparison.Ordinal) ? 3 : 0;
        return own + file.Split('/')[..^1].Count(folder => test.Contains($".{folder}.", StringComparison.Ordinal));
    }

    private static HashSet<int> Numbers(string list) =>
        [.. list.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, CultureInfo.InvariantCulture))];

    private sealed record Test(string Name, int Milliseconds, HashSet<int> Reached);
}
