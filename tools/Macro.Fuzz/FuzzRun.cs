using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Macro.Core.Tests.Hostile;

namespace Macro.Fuzz;

/// <summary>Mutates events, has the native program answer them, and keeps a small case of everything that breaks.</summary>
internal sealed partial class FuzzRun(FuzzOptions options, IFuzzTarget target)
{
    /// <summary>What the function of macro-template.yml gets.</summary>
    private const long MemoryBound = 512L << 20;

    private const int MeasureEvery = 500;
    private const int MaxSeeds = 20_000;

    private readonly Dictionary<string, (int Times, string File)> _findings = [];
    private readonly HashSet<string> _signatures = [];
    private readonly Stopwatch _time = new();
    private long _events;
    private long _successes;
    private long _peak;
    private int _seeds;
    private int _original;
    private (string Name, long Bytes) _hungriest;

    /// <summary>What broke, by its description.</summary>
    public IReadOnlyDictionary<string, (int Times, string File)> Findings => _findings;

    /// <summary>Goes on until the time is up.</summary>
    public void Go()
    {
        var seeds = target.ReadSeeds(options.Corpus).ToList();
        if (seeds.Count == 0) throw new InvalidOperationException("The corpus has no event.");
        _original = seeds.Count;
        foreach (var seed in seeds) Try(Mutator.OneLine(Encoding.UTF8.GetBytes(seed.ToString())));
        if (target.TakesHostileEvents)
        {
            foreach (var (name, (size, make)) in HostileEvents.All) TryHostile(name, make(size));
        }
        target.Restart();
        var random = new Random(options.Seed);
        var mutator = new Mutator(random, seeds.ToArray());
        _time.Start();
        while (_time.Elapsed < options.Duration)
        {
            var json = mutator.Mutate(seeds[random.Next(seeds.Count)]);
            if (Try(json) && seeds.Count < MaxSeeds && Parse(json) is { } tree) seeds.Add(tree);
            if (_events % MeasureEvery != 0) continue;
            _peak = Math.Max(_peak, target.Measure());
            Check(_peak, json);
        }
        _time.Stop();
        _seeds = seeds.Count;
    }

    public void Print(TextWriter output)
    {
        var minutes = _time.Elapsed.TotalMinutes;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{minutes:F1} minutes, seed {options.Seed}, {_original} events in the corpus, "
                + $"{_seeds - _original} more that led somewhere new"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{_events} events, {_successes} of them succeeded, {_signatures.Count} kinds of answers; {target.Executions} executions, "
                + $"{target.Executions / _time.Elapsed.TotalSeconds:F0} a second; peak {_peak >> 20} MiB"));
        if (target.TakesHostileEvents)
        {
            output.WriteLine(
                $"{HostileEvents.All.Count} hostile events before, of which the one of {_hungriest.Name} took most, "
                    + $"{_hungriest.Bytes >> 20} MiB");
        }
        output.WriteLine($"{_findings.Values.Sum(finding => finding.Times)} failures, {_findings.Count} unique findings");
        foreach (var (problem, (times, file)) in _findings) output.WriteLine($"  {times} × {problem}: {file}");
    }

    /// <summary>Sends an event that is made to take time, memory or stack to a process of its own.</summary>
    private void TryHostile(string name, byte[] json)
    {
        target.Restart();
        Try(Mutator.OneLine(json));
        if (target.Measure() is var bytes && bytes > _hungriest.Bytes) _hungriest = (name, bytes);
        Check(bytes, json);
    }

    /// <summary>Whether the event led somewhere new.</summary>
    private bool Try(byte[] json)
    {
        _events++;
        var outcome = Send(json);
        if (outcome.Problem is { } problem)
        {
            Keep(problem, json);
            return false;
        }
        if (outcome.Succeeded) _successes++;
        return _signatures.Add(outcome.Signature);
    }

    private Outcome Send(byte[] json)
    {
        try
        {
            return target.Send(json);
        }
        catch (ProgramFailureException failure)
        {
            return new Outcome(failure.Message, "", Succeeded: false);
        }
    }

    /// <summary>Memory depends on all that came before, so such a case is kept as it is.</summary>
    private void Check(long bytes, byte[] last)
    {
        if (bytes > MemoryBound) Keep($"the program took more than {MemoryBound >> 20} MiB", last, mayBeSmaller: false);
    }

    private void Keep(string problem, byte[] json, bool mayBeSmaller = true)
    {
        var kind = KindOf(problem);
        if (_findings.TryGetValue(kind, out var known))
        {
            _findings[kind] = known with { Times = known.Times + 1 };
            return;
        }
        var small = !mayBeSmaller ? json : Minimizer.Minimize(
            json, other => Mutator.OneLine(other) is var line && Send(line).Problem is { } same && KindOf(same) == kind);
        Directory.CreateDirectory(options.Findings);
        var file = Path.Combine(options.Findings, $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(kind)))[..12]}.json");
        File.WriteAllBytes(file, small);
        _findings[kind] = (1, file);
        Console.Error.WriteLine($"{kind}: {file}");
    }

    /// <summary>What tells one problem from another: not the numbers in it, such as addresses and exit codes.</summary>
    private static string KindOf(string problem) => Numbers().Replace(problem, "0");

    private static JsonTree? Parse(byte[] json)
    {
        try
        {
            return JsonTree.Parse(json);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\d+|0x[0-9a-fA-F]+")]
    private static partial Regex Numbers();
}
