using Microsoft.Win32.SafeHandles;

namespace Macro.Cli.Hosting;

/// <summary>
/// Standard output that fails when its reader has closed the pipe. The console's own stream then drops what is written without a word, so
/// that a command would work on for nobody.
/// </summary>
internal sealed class StandardOutput : Stream
{
    private const int Handle = 1;

    /// <summary>Writes of this size are whole or not at all on every system, also where the pipe does not block.</summary>
    /// <remarks>Source: https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/limits.h.html (_POSIX_PIPE_BUF)</remarks>
    private const int MaxWrite = 512;

    /// <summary>EAGAIN of Linux and of macOS: the pipe is full and does not block.</summary>
    private static readonly int[] Full = [11, 35];

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    private readonly FileStream _pipe;

    private StandardOutput(FileStream pipe) => _pipe = pipe;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Opens standard output.</summary>
    public static Stream Open()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected) return Console.OpenStandardOutput();
        try
        {
            var output = new FileStream(new SafeFileHandle(Handle, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            // In a file, a stream would write at its own position instead of that which several programs share.
            return output.CanSeek ? Console.OpenStandardOutput() : new StandardOutput(output);
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return Console.OpenStandardOutput(); // It is closed or not a stream.
        }
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            var part = buffer[..Math.Min(MaxWrite, buffer.Length)];
            if (TryWrite(part)) buffer = buffer[part.Length..];
            else Thread.Sleep(Pause);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private bool TryWrite(ReadOnlySpan<byte> part)
    {
        try
        {
            _pipe.Write(part);
            return true;
        }
        catch (IOException exception) when (Full.Contains(exception.HResult))
        {
            return false;
        }
    }
}
