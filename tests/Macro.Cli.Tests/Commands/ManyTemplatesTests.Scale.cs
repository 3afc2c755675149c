using System.Text;
using Macro.Cli.Hosting;

namespace Macro.Cli.Tests.Commands;

/// <content>Ten thousand templates, and an output that is closed.</content>
public sealed partial class ManyTemplatesTests
{
    [Theory]
    [InlineData("diff")]
    [InlineData("validate")]
    public void Run_TenThousandTemplates_AreInOrderAndNotKept(string command)
    {
        const int count = 10_000;
        var text = Changed + $"  Text: {{Type: AWS::SNS::Topic, Properties: {{DisplayName: {new string('x', 2000)}}}}}\n";
        for (var i = 0; i < count; i++) _folder.Write($"many/{i:00000}.yaml", text);
        using var output = new CountingStream();
        var host = new CommandHost(Stream.Null, output, TextWriter.Null, new Dictionary<string, string>());
        var before = GC.GetTotalMemory(forceFullCollection: true);

        MacroCommand.Run([command, _folder["many"], "--format", "json"], host).ShouldBe(0);

        output.Names.ShouldBe(Enumerable.Range(0, count).Select(i => $"{i:00000}"));
        (output.PeakMemory - before).ShouldBeLessThan(24L << 20, "the texts alone have 20 MB, the results more");
    }

    [Theory]
    [InlineData("validate", "json")]
    [InlineData("validate", "junit")]
    [InlineData("diff", "json")]
    public void Run_OutputThatIsClosedInTheMiddle_EndsQuietlyAndStopsTheWork(string command, string format)
    {
        for (var i = 0; i < 500; i++) _folder.Write($"many/{i:000}.yaml", Changed);
        using var output = new ClosingStream(bytes: 3000);
        using var error = new StringWriter();

        var host = new CommandHost(Stream.Null, output, error, new Dictionary<string, string>());

        MacroCommand.Run([command, _folder["many"], "--format", format], host).ShouldBe(ExitCode.Success);

        error.ToString().ShouldBe("");
        output.WritesAfterClosing.ShouldBe(1);
    }

    /// <summary>Takes the names of files from what is written, and forgets the rest.</summary>
    private sealed class CountingStream : MemoryStream
    {
        private int _writes;

        public List<string> Names { get; } = [];

        public long PeakMemory { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            var text = Encoding.UTF8.GetString(buffer);
            var at = text.IndexOf("/many/", StringComparison.Ordinal);
            if (at >= 0) Names.Add(text.Substring(at + 6, 5));
            if (++_writes % 1000 == 0) PeakMemory = Math.Max(PeakMemory, GC.GetTotalMemory(forceFullCollection: true));
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));
    }

    /// <summary>A pipe whose reader goes away, as <c>head</c> does.</summary>
    private sealed class ClosingStream(int bytes) : MemoryStream
    {
        private const int Epipe = 32;
        private int _left = bytes;

        public int WritesAfterClosing { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if ((_left -= buffer.Length) >= 0) return;
            WritesAfterClosing++;
            throw new IOException("Broken pipe", Epipe);
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));
    }
}
