using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Macro.Mutants;

/// <summary>Runs tests on the mutated assembly, in this process; the driver is at the other end of standard input and output.</summary>
internal sealed class Worker
{
    /// <summary>What a test may take of the processor: each takes less than a second without a mutant.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2.5);

    private readonly TextWriter _answers = Console.Out;
    private readonly Assembly _tests;
    private readonly MutantSwitch _switch;
    private long _turn;

    /// <summary>Loads the tests of a folder, which has the mutated <c>Macro.Core.dll</c> beside them.</summary>
    public Worker(string folder)
    {
        Console.SetOut(TextWriter.Null);
        Console.SetError(TextWriter.Null);
        folder = Path.GetFullPath(folder);
        AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", folder + Path.DirectorySeparatorChar);
        _tests = Assembly.LoadFrom(Path.Combine(folder, "Macro.Core.Tests.dll"));
        _switch = new MutantSwitch(Assembly.LoadFrom(Path.Combine(folder, "Macro.Core.dll"))) { Active = -1 };
    }

    /// <summary>
    /// Writes a line for each test: its name, its milliseconds, the mutants that it reaches, and why it fails. The last line has the static
    /// mutants.
    /// </summary>
    public void WriteCoverage()
    {
        _switch.Record();
        _switch.InitializeStatics();
        var (all, inside) = _switch.TakeReached();
        HashSet<int> statics = [.. all, .. inside];
        var tests = TestCatalog.Find(_tests).ToList();
        _switch.TakeReached();
        foreach (var test in tests)
        {
            var watch = Stopwatch.StartNew();
            var failure = test.Run();
            var time = watch.ElapsedMilliseconds;
            var reached = _switch.TakeReached();
            statics.UnionWith(reached.Static);
            _answers.WriteLine($"{test.Name}\t{time}\t{string.Join(',', reached.All)}\t{failure}");
        }
        _answers.WriteLine(string.Join(',', statics));
        End();
    }

    /// <summary>Reads lines of a mutant and names of tests, and answers each with a <see cref="WorkerAnswer"/>.</summary>
    /// <param name="born">A mutant that is on from the start, for static initializers; or null.</param>
    public void Serve(int? born)
    {
        if (born is { } mutant) _switch.Active = mutant;
        else _switch.InitializeStatics();
        var tests = TestCatalog.Find(_tests).ToDictionary(test => test.Name);
        new Thread(Watch) { IsBackground = true, Priority = ThreadPriority.Highest }.Start();
        while (Console.In.ReadLine()?.Split('\t') is [var id, .. var names])
        {
            _switch.Active = int.Parse(id, CultureInfo.InvariantCulture);
            var killer = names.Where(tests.ContainsKey).Select(name => tests[name]).FirstOrDefault(test => Run(test) is not null);
            if (born is null) _switch.Active = -1;
            // A test that now fails without the mutant too says only that this process is spoilt.
            var spoilt = born is null && killer is not null && Run(killer) is not null;
            Answer(killer is null ? WorkerAnswer.Survived : spoilt ? WorkerAnswer.Spoilt : WorkerAnswer.Killed);
        }
        End();
    }

    private string? Run(TestCase test)
    {
        Interlocked.Increment(ref _turn);
        var failure = test.Run();
        Interlocked.Increment(ref _turn);
        return failure;
    }

    /// <summary>Ends the process when one test (an odd turn) takes the processor for too long; others may use the machine.</summary>
    private void Watch()
    {
        var (turn, start) = (0L, TimeSpan.Zero);
        while (true)
        {
            Thread.Sleep(200);
            var (now, used) = (Interlocked.Read(ref _turn), Environment.CpuUsage.TotalTime);
            if (now != turn) (turn, start) = (now, used);
            else if (now % 2 == 1 && used - start > Limit)
            {
                Answer(WorkerAnswer.TimedOut);
                End();
            }
        }
    }

    private void Answer(WorkerAnswer answer)
    {
        _answers.WriteLine(answer);
        _answers.Flush();
    }

    /// <summary>Leaves at once: a test may have left threads behind.</summary>
    private void End()
    {
        _answers.Flush();
        Environment.Exit(0);
    }
}

/// <summary>What a worker says of a mutant.</summary>
internal enum WorkerAnswer
{
    Survived,
    Killed,
    TimedOut,
    Spoilt,
}
