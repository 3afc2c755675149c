using System.Globalization;

namespace Macro.Fuzz;

/// <summary>What the command line asks for.</summary>
/// <param name="Mode">
/// <c>invoke</c> for the command line, <c>macro</c> for macro events and <c>resource</c> for custom resource events to <c>bootstrap</c>.
/// </param>
/// <param name="Program">The native program of <c>build/package.sh</c>; null for the usual one of the mode.</param>
/// <param name="Duration">How long to go on.</param>
/// <param name="Seed">The first random number; the same one tries the same mutations until an answer differs.</param>
/// <param name="Corpus">Folders, <c>.json</c> files (events or templates) and <c>.jsonl</c> files (one event a line).</param>
/// <param name="Findings">Where a regression case is kept of everything that broke.</param>
internal sealed record FuzzOptions(
    string Mode, string? Program, TimeSpan Duration, int Seed, IReadOnlyList<string> Corpus, string Findings)
{
    /// <summary>The program to run.</summary>
    public string Executable => Program ?? (Mode == "invoke" ? "artifacts/package/macro" : "artifacts/package/bootstrap");

    public const string Usage = """
        usage: Macro.Fuzz [--mode invoke|macro|resource] [--minutes N] [--seed N] [--program FILE] [--findings FOLDER] [CORPUS…]
        Run it from the root of the repository, after build/package.sh. CORPUS: folders, .json or .jsonl files.
        """;

    private static readonly string[] UsualCorpus =
        ["tests/Events", "tests/Samples", "examples", "tests/Macro.Core.Tests/Hostile/Regressions"];

    /// <summary>Reads the arguments; null when they are wrong.</summary>
    public static FuzzOptions? Parse(string[] arguments)
    {
        var options = new FuzzOptions(
            "invoke",
            null,
            TimeSpan.FromMinutes(1),
            Environment.TickCount,
            UsualCorpus,
            "tests/Macro.Core.Tests/Hostile/Regressions");
        var corpus = new List<string>();
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal)) corpus.Add(arguments[i]);
            else if (++i < arguments.Length && options.With(arguments[i - 1], arguments[i]) is { } changed) options = changed;
            else return null;
        }
        return corpus.Count > 0 ? options with { Corpus = corpus } : options;
    }

    private FuzzOptions? With(string name, string value) => name switch
    {
        "--minutes" when double.TryParse(
            value, CultureInfo.InvariantCulture, out var minutes) => this with { Duration = TimeSpan.FromMinutes(minutes) },
        "--seed" when int.TryParse(value, CultureInfo.InvariantCulture, out var seed) => this with { Seed = seed },
        "--mode" when value is "invoke" or "macro" or "resource" => this with { Mode = value },
        "--program" => this with { Program = value },
        "--findings" => this with { Findings = value },
        _ => null,
    };
}
