using System.Collections.Concurrent;
using System.Globalization;

namespace Macro.Mutants;

/// <summary>Tries each mutant with the tests that reach it, in as many workers as there are processors, and prints the verdicts.</summary>
internal sealed class Driver(string tests, List<Mutant> mutants)
{
    private readonly Coverage _coverage = Measure(tests);

    public void Run()
    {
        foreach (var test in _coverage.Failing) Console.WriteLine($"Not used, since it fails without a mutant: {test}");
        var inInitializers = mutants.Count(_coverage.IsStatic);
        Console.WriteLine($"{mutants.Count} mutants, {inInitializers} of them in static initializers; {_coverage.Count} tests");
        var queue = new ConcurrentQueue<Mutant>(mutants.OrderBy(_coverage.IsStatic));
        var threads = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(() => Work(queue))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        foreach (var mutant in mutants.Where(mutant => mutant.Verdict is Verdict.Survived or Verdict.NotReached))
        {
            Console.WriteLine($"{mutant.Verdict}: {mutant.File}:{mutant.Place} {mutant.Replacement.ReplaceLineEndings(" ")}");
        }
        PrintTable();
    }

    private static Coverage Measure(string tests)
    {
        using var worker = new WorkerProcess("coverage", tests);
        return new Coverage(worker.ReadLines());
    }

    private void Work(ConcurrentQueue<Mutant> queue)
    {
        WorkerProcess? worker = null;
        while (queue.TryDequeue(out var mutant))
        {
            var names = _coverage.TestsOf(mutant);
            if (names.Count == 0) mutant.Verdict = Verdict.NotReached;
            else if (_coverage.IsStatic(mutant)) mutant.Verdict = TryAlone(mutant, names);
            else mutant.Verdict = Try(ref worker, mutant, names);
            if (queue.Count % 100 == 0) Console.WriteLine($"{queue.Count} to go");
        }
        worker?.Dispose();
    }

    /// <summary>A static initializer runs once: its mutant is on from the start of a process of its own.</summary>
    private Verdict TryAlone(Mutant mutant, IReadOnlyList<string> names)
    {
        using var worker = new WorkerProcess("worker", tests, mutant.Id.ToString(CultureInfo.InvariantCulture));
        return VerdictOf(worker.Try(mutant, names));
    }

    private Verdict Try(ref WorkerProcess? worker, Mutant mutant, IReadOnlyList<string> names)
    {
        var answer = WorkerAnswer.Spoilt;
        // A process that an earlier mutant spoilt is put away; a mutant that spoils a new one is killed.
        for (var attempt = 0; attempt < 2 && answer == WorkerAnswer.Spoilt; attempt++)
        {
            worker ??= new WorkerProcess("worker", tests);
            answer = worker.Try(mutant, names);
            if (answer is WorkerAnswer.Survived or WorkerAnswer.Killed) continue;
            worker.Dispose();
            worker = null;
        }
        return VerdictOf(answer);
    }

    private static Verdict VerdictOf(WorkerAnswer answer) => answer switch
    {
        WorkerAnswer.Survived => Verdict.Survived,
        WorkerAnswer.TimedOut => Verdict.TimedOut,
        _ => Verdict.Killed,
    };

    private void PrintTable()
    {
        Console.WriteLine("| folder | mutants | killed | time-out | survived | not reached | score |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var folder in mutants.GroupBy(mutant => mutant.Folder)) PrintRow($"`{folder.Key}`", [.. folder]);
        PrintRow("**all**", mutants);
    }

    private static void PrintRow(string name, List<Mutant> mutants)
    {
        int Count(Verdict verdict) => mutants.Count(mutant => mutant.Verdict == verdict);
        var score = (double)(Count(Verdict.Killed) + Count(Verdict.TimedOut)) / mutants.Count;
        object[] counts = [Count(Verdict.Killed), Count(Verdict.TimedOut), Count(Verdict.Survived), Count(Verdict.NotReached)];
        object[] cells = [name, mutants.Count, .. counts, 100 * score];
        Console.WriteLine(string.Format(CultureInfo.InvariantCulture, "| {0} | {1:N0} | {2:N0} | {3} | {4} | {5} | {6:0.0} % |", cells));
    }
}
