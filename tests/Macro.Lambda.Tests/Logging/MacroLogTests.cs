using System.Text;
using Macro.Lambda.Logging;

namespace Macro.Lambda.Tests.Logging;

public sealed class MacroLogTests : IDisposable
{
    private readonly MemoryStream _output = new();

    public void Dispose() => _output.Dispose();

    [Fact]
    public void Write_Lines_AreJsonObjectsInLambdasMembers()
    {
        var log = new MacroLog(_output, new FixedClock());

        log.Write(LogLevel.Info, "It's done.", "r1", json => json.WriteNumber("bytes", 7));
        log.Write(LogLevel.Fatal, "Over.");

        Encoding.UTF8.GetString(_output.ToArray()).ShouldBe(
            """
            {"timestamp":"2026-01-02T03:04:05.678+00:00","level":"INFO","message":"It's done.","requestId":"r1","bytes":7}
            {"timestamp":"2026-01-02T03:04:05.678+00:00","level":"FATAL","message":"Over."}

            """);
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);
    }
}
