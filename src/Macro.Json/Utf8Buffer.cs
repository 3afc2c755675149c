using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Macro.Json;

/// <summary>A growable buffer for UTF-8 text. Rents its memory from the array pool; <see cref="Dispose"/> returns it.</summary>
public sealed class Utf8Buffer : IDisposable
{
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    private readonly int _maxLength;
    private byte[] _bytes;
    private int _length;
    private long _dropped;

    /// <summary>Creates an empty buffer.</summary>
    /// <param name="capacity">The expected number of bytes; the buffer grows if there are more.</param>
    /// <param name="maxLength">The maximum number of bytes to keep; further bytes are counted but dropped.</param>
    public Utf8Buffer(int capacity = 256, int maxLength = int.MaxValue)
    {
        _bytes = ArrayPool<byte>.Shared.Rent(capacity);
        _maxLength = maxLength;
    }

    /// <summary>The number of bytes written, including dropped ones.</summary>
    public long Length => _length + _dropped;

    /// <summary>The text; valid until the buffer is disposed.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    /// <summary>Appends text.</summary>
    public void Write(ReadOnlySpan<byte> utf8)
    {
        if (!Reserve(utf8.Length)) return;
        utf8.CopyTo(_bytes.AsSpan(_length));
        _length += utf8.Length;
    }

    /// <summary>Writes a text as a JSON string with its quotes; escapes only what JSON requires.</summary>
    public void WriteString(string text)
    {
        if (!Reserve(Encoding.UTF8.GetMaxByteCount(text.Length) + 2)) return;
        var free = _bytes.AsSpan(_length);
        free[0] = (byte)'"';
        var length = Encoding.UTF8.GetBytes(text, free[1..]);
        if (Encoder.FindFirstCharacterToEncodeUtf8(free.Slice(1, length)) >= 0)
        {
            Write("\""u8);
            Write(JsonEncodedText.Encode(text, Encoder).EncodedUtf8Bytes);
            Write("\""u8);
            return;
        }
        free[length + 1] = (byte)'"';
        _length += length + 2;
    }

    /// <summary>Returns a text as a JSON string with its quotes, in UTF-8.</summary>
    public static byte[] Quote(string text)
    {
        var quoted = new byte[Encoding.UTF8.GetByteCount(text) + 2];
        quoted[0] = quoted[^1] = (byte)'"';
        Encoding.UTF8.GetBytes(text, quoted.AsSpan(1));
        if (Encoder.FindFirstCharacterToEncodeUtf8(quoted.AsSpan(1..^1)) < 0) return quoted;
        using var buffer = new Utf8Buffer();
        buffer.WriteString(text);
        return buffer.Written.ToArray();
    }

    /// <summary>The number of UTF-8 bytes of a text as a JSON string with its quotes.</summary>
    internal static int QuotedLength(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text) + 2;
        foreach (var c in text)
        {
            if (c is '"' or '\\' or '\b' or '\f' or '\n' or '\r' or '\t') length++;
            else if (c < ' ') length += "u0000".Length;
        }
        return length;
    }

    /// <summary>Returns the buffer's memory to the pool; the text must not be used afterwards.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _length = 0;
    }

    private bool Reserve(int more)
    {
        if (_bytes.Length - _length >= more) return true;
        if (more > _maxLength - _length)
        {
            _dropped += more;
            return false;
        }
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_length + more, 2 * _bytes.Length));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
        return true;
    }
}
