using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Macro.Benchmarks;

/// <summary>A program behind a local Runtime API: hands it one event after the other and takes the time of each answer.</summary>
internal sealed class LocalRuntimeApi : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Process _program;
    private readonly long _started;
    private readonly byte[] _buffer = new byte[1 << 20];
    private NetworkStream? _stream;
    private int _count;

    /// <param name="command">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="variables">More environment variables; null for none.</param>
    public LocalRuntimeApi(
        string command, IEnumerable<string>? arguments = null, IReadOnlyDictionary<string, string>? variables = null)
    {
        _listener.Start();
        var path = command.Contains('/', StringComparison.Ordinal) ? Path.GetFullPath(command) : command;
        var start = new ProcessStartInfo(path, arguments ?? [])
        {
            Environment = { ["AWS_LAMBDA_RUNTIME_API"] = _listener.LocalEndpoint.ToString(), ["AWS_REGION"] = "us-east-1" },
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in variables ?? new Dictionary<string, string>()) start.Environment[name] = value;
        _started = Stopwatch.GetTimestamp();
        _program = Process.Start(start)!;
        _program.OutputDataReceived += (_, output) => LastLine = output.Data ?? LastLine;
        _program.BeginOutputReadLine();
    }

    /// <summary>The last line that the program wrote to its standard output.</summary>
    public string LastLine { get; private set; } = "";

    /// <summary>Time since the program was started.</summary>
    public TimeSpan Age => Stopwatch.GetElapsedTime(_started);

    /// <summary>The most memory that it had, in MiB.</summary>
    public double PeakMiB => int.Parse(
        File.ReadLines($"/proc/{_program.Id}/status")
            .First(line => line.StartsWith("VmHWM", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) / 1024.0;

    /// <summary>Hands over one event; the program must be waiting for it.</summary>
    /// <returns>The time from the event's first byte to the answer's last.</returns>
    public async Task<TimeSpan> InvokeAsync(ReadOnlyMemory<byte> macroEvent)
    {
        await WaitForNextAsync();
        var head = Encoding.ASCII.GetBytes(
            $"HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: {++_count}\r\n"
            + $"Lambda-Runtime-Deadline-Ms: {DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() + 60000}\r\n"
            + "Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:us-east-1:123456789012:function:macro\r\n"
            + $"Content-Length: {macroEvent.Length}\r\n\r\n");
        var start = Stopwatch.GetTimestamp();
        await _stream!.WriteAsync(head);
        await _stream.WriteAsync(macroEvent);
        var request = await ReadRequestAsync();
        var elapsed = Stopwatch.GetElapsedTime(start);
        if (!request.EndsWith("/response", StringComparison.Ordinal))
            throw new InvalidOperationException($"The program answered with {request}.");
        await _stream.WriteAsync("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
        return elapsed;
    }

    /// <summary>Ends the program with SIGTERM, as Lambda does, once it waits for the next event.</summary>
    public async Task EndAsync()
    {
        await WaitForNextAsync();
        using var kill = Process.Start("kill", ["-TERM", _program.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await _program.WaitForExitAsync();
    }

    public void Dispose()
    {
        _program.Kill();
        _program.Dispose();
        _stream?.Dispose();
        _listener.Dispose();
    }

    private async Task WaitForNextAsync()
    {
        if (_stream is null)
        {
            var accepted = _listener.AcceptTcpClientAsync();
            if (await Task.WhenAny(accepted, _program.WaitForExitAsync()) != accepted)
                throw new InvalidOperationException($"The program ended before it asked for an event. Its last line: {LastLine}");
            var client = await accepted;
            client.NoDelay = true;
            _stream = client.GetStream();
        }
        await ReadRequestAsync();
    }

    /// <summary>Reads one request whole; its path.</summary>
    private async Task<string> ReadRequestAsync()
    {
        var (read, end) = (0, -1);
        while (end < 0)
        {
            read += await ReadAsync(_buffer.AsMemory(read));
            end = _buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
        }
        var lines = Encoding.ASCII.GetString(_buffer, 0, end).Split("\r\n");
        var length = lines.Select(line => line.Split(": ", 2))
            .FirstOrDefault(pair => pair[0].Equals("Content-Length", StringComparison.OrdinalIgnoreCase)) is [_, var value]
            ? int.Parse(value, CultureInfo.InvariantCulture)
            : 0;
        for (var missing = length - (read - end - 4); missing > 0;)
            missing -= await ReadAsync(_buffer.AsMemory(0, Math.Min(missing, _buffer.Length)));
        return lines[0].Split(' ')[1];
    }

    private async Task<int> ReadAsync(Memory<byte> buffer) =>
        await _stream!.ReadAsync(buffer) is var count and > 0 ? count : throw new IOException("The program ended.");
}
