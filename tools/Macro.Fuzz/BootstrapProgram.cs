using System.Diagnostics;

namespace Macro.Fuzz;

/// <summary>The native <c>bootstrap</c> between fakes, one process for many events; a new one where the last one died.</summary>
/// <param name="path">The executable.</param>
/// <param name="server">The Runtime API and AWS.</param>
internal sealed class BootstrapProgram(string path, LambdaServer server) : IDisposable
{
    private const long MaxLogBytes = 1 << 24;
    private static readonly TimeSpan HangLimit = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("macro-fuzz-").FullName;
    private Process? _process;
    private long _logStart;

    private string Log => Path.Combine(_folder, "log");

    private string Errors => Path.Combine(_folder, "errors");

    /// <summary>Answers that came.</summary>
    public long Executions { get; private set; }

    /// <summary>Sends one event.</summary>
    /// <exception cref="ProgramFailureException">The program died, hung, or did not answer exactly once.</exception>
    public Exchange Send(byte[] payload)
    {
        if (_process is not { HasExited: false }) Start();
        var exchange = server.Begin(payload);
        var isDone = exchange.Done.Task.Wait(TimeSpan.FromMilliseconds(200));
        for (var limit = Stopwatch.StartNew(); !isDone && limit.Elapsed < HangLimit && !_process!.HasExited;)
        {
            isDone = exchange.Done.Task.Wait(TimeSpan.FromMilliseconds(200));
        }
        if (!isDone) throw new ProgramFailureException(Failure());
        if (exchange.Answers.Count != 1) throw new ProgramFailureException($"the event got {exchange.Answers.Count} answers");
        Executions++;
        exchange.Log = ReadLog();
        return exchange;
    }

    public long Measure() => ProcessMemory.Peak(_process);

    public void Restart()
    {
        _process?.Kill();
        _process?.WaitForExit();
        _process?.Dispose();
        _process = null;
        server.Forget();
    }

    public void Dispose()
    {
        Restart();
        server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Start()
    {
        Restart();
        File.WriteAllBytes(Log, []);
        _logStart = 0;
        // Files and no pipes: what was written before the answer can be read as soon as the answer is here.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" >>\"$1\" 2>\"$2\"", Path.GetFullPath(path), Log, Errors]);
        foreach (var (name, value) in server.Variables) start.Environment[name] = value;
        _process = Process.Start(start)!;
    }

    private string ReadLog()
    {
        using var file = new FileStream(Log, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        file.Position = _logStart;
        var text = new StreamReader(file).ReadToEnd();
        _logStart = file.Length;
        if (_logStart <= MaxLogBytes) return text;
        file.SetLength(0);
        _logStart = 0;
        return text;
    }

    private string Failure()
    {
        if (!_process!.HasExited)
        {
            Restart();
            return "the program hung";
        }
        var failure = $"the program died ({_process.ExitCode}): {File.ReadLines(Errors).FirstOrDefault()}";
        Restart();
        return failure;
    }
}
