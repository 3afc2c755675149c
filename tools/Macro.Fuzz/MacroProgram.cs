using System.Diagnostics;
using System.Text;

namespace Macro.Fuzz;

/// <summary>The native command line, one process for many events; a new one where the last one died.</summary>
internal sealed class MacroProgram(string path) : IDisposable
{
    /// <summary>Far above what any event of the sizes that are sent here takes, also on a machine that others use.</summary>
    private static readonly TimeSpan HangLimit = TimeSpan.FromSeconds(30);

    private readonly StringBuilder _errors = new();
    private Process? _process;
    private byte[] _buffer = new byte[1 << 20];
    private bool _hung;

    /// <summary>Answers that came.</summary>
    public long Executions { get; private set; }

    /// <summary>Sends one event.</summary>
    /// <param name="line">The event, without a newline and not blank.</param>
    /// <returns>The answer's line.</returns>
    /// <exception cref="ProgramFailureException">The program died, hung, or wrote more than a line.</exception>
    public byte[] Answer(byte[] line)
    {
        _process ??= Start();
        using var watchdog = new Timer(_ => Kill(), null, HangLimit, Timeout.InfiniteTimeSpan);
        try
        {
            var input = _process.StandardInput.BaseStream;
            input.Write(line);
            input.WriteByte((byte)'\n');
            input.Flush();
            var answer = ReadLine(_process.StandardOutput.BaseStream);
            Executions++;
            return answer;
        }
        catch (IOException)
        {
            throw new ProgramFailureException(Death());
        }
    }

    /// <summary>The most memory that the process had, in bytes; 0 when there is none.</summary>
    public long Measure() => ProcessMemory.Peak(_process);

    /// <summary>Has the next event answered by a new process.</summary>
    public void Restart() => Dispose();

    public void Dispose()
    {
        _process?.Kill();
        _process?.Dispose();
        _process = null;
    }

    private Process Start()
    {
        _hung = false;
        _errors.Clear();
        var process = Process.Start(new ProcessStartInfo(Path.GetFullPath(path), ["invoke", "--jsonl"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.ErrorDataReceived += (_, line) => _errors.AppendLine(line.Data);
        process.BeginErrorReadLine();
        return process;
    }

    private byte[] ReadLine(Stream output)
    {
        var length = 0;
        while (true)
        {
            if (length == _buffer.Length) Array.Resize(ref _buffer, 2 * length);
            var read = output.Read(_buffer.AsSpan(length));
            if (read == 0) throw new EndOfStreamException();
            var newline = _buffer.AsSpan(length, read).IndexOf((byte)'\n');
            length += read;
            if (newline < 0) continue;
            if (_buffer[length - 1] != (byte)'\n' || _buffer.AsSpan(0, length).Count((byte)'\n') > 1)
                throw new ProgramFailureException("the answer is more than one line");
            return _buffer.AsSpan(0, length - 1).ToArray();
        }
    }

    private void Kill()
    {
        _hung = true;
        _process?.Kill();
    }

    private string Death()
    {
        _process!.WaitForExit();
        var said = _errors.ToString().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Take(3);
        var cause = _hung ? "the program hung" : $"the program died ({_process.ExitCode}): {string.Join(" | ", said)}";
        _process.Dispose();
        _process = null;
        return cause;
    }
}

/// <summary>The program gave no answer.</summary>
internal sealed class ProgramFailureException(string message) : Exception(message);
