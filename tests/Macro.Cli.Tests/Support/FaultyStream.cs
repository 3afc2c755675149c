namespace Macro.Cli.Tests.Support;

/// <summary>An output that fails at the first byte.</summary>
internal sealed class FaultyStream(Exception exception) : MemoryStream
{
    public override void Write(byte[] buffer, int offset, int count) => throw exception;

    public override void Write(ReadOnlySpan<byte> buffer) => throw exception;
}
