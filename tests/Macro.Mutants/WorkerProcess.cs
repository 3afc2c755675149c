using System.Diagnostics;
using System.Globalization;

namespace Macro.Mutants;

/// <summary>A worker, as the driver sees it.</summary>
internal sealed class WorkerProcess : IDisposable
{
    /// <summary>For a worker that waits for ever; one that computes for ever ends itself.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly Process _process;

    /// <summary>Starts this program anew.</summary>
    public WorkerProcess(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        // Short laws, the same for every mutant.
        start.Environment["MACRO_LAW_CASES"] = "10";
        start.Environment["MACRO_LAW_SEED"] = "11111111111,333333333";
        // A mutant that fills the memory fails at 1.5 GiB.
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x60000000";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        _process = Process.Start(start)!;
    }

    /// <summary>All that the worker writes until it ends.</summary>
    public string[] ReadLines() => _process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Has tests run on a mutant. A worker that dies is an answer too: the mutant killed it.</summary>
    public WorkerAnswer Try(Mutant mutant, IEnumerable<string> tests)
    {
        try
        {
            _process.StandardInput.WriteLine(string.Join('\t', tests.Prepend(mutant.Id.ToString(CultureInfo.InvariantCulture))));
            _process.StandardInput.Flush();
        }
        catch (IOException)
        {
            return WorkerAnswer.Killed;
        }
        var line = _process.StandardOutput.ReadLineAsync();
        if (!line.Wait(Limit)) return WorkerAnswer.TimedOut;
        return line.Result is { } answer ? Enum.Parse<WorkerAnswer>(answer) : WorkerAnswer.Killed;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
