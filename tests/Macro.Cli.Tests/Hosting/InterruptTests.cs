using System.Diagnostics;
using Macro.Cli.Hosting;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Hosting;

/// <summary>Ctrl+C while a command waits for input.</summary>
public sealed class InterruptTests : IDisposable
{
    private const string Text = "Resources:\n  F: {Type: AWS::Lambda::Function}\n";

    private const string Terminal =
        """
        import os, pty, sys
        process, terminal = pty.fork()
        if process == 0: os.execvp(sys.argv[2], sys.argv[2:])
        shown = b''
        while True:
            try: text = os.read(terminal, 4096)
            except OSError: break
            if not text: break
            shown += text
            if sys.argv[1].encode() in shown:
                os.write(terminal, b'\x03')
                shown = b''
        status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        sys.exit(status if status >= 0 else 128 - status) # as shells report the end by a signal
        """;

    private readonly TemporaryFolder _folder = new();

    /// <summary>The program itself, whose input is a pipe that nobody writes to.</summary>
    [Theory]
    [InlineData("diff", "-")]
    [InlineData("validate", "-")]
    [InlineData("invoke")]
    [InlineData("invoke", "--jsonl")]
    public async Task Read_Interrupted_Ends(params string[] arguments)
    {
        using var program = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "macro.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        // It listens once it runs; until then, the signal would end it in another way.
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        using var kill = Process.Start("kill", ["-INT", $"{program.Id}"]);

        await program.WaitForExitAsync(TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        program.ExitCode.ShouldBe(ExitCode.Interrupted);
        (await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe("");
    }

    [Fact]
    public async Task ReadAsync_Cancelled_Ends()
    {
        using var interrupt = new CancellationTokenSource();
        using var input = new InterruptibleInput(new SilentInput());
        var read = input.ReadAsync(new byte[1], interrupt.Token).AsTask();

        read.IsCompleted.ShouldBeFalse();
        await interrupt.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => read);
    }

    /// <summary>A terminal, made by Python, in which Ctrl+C is typed at the question.</summary>
    [Theory]
    [InlineData("Send data with")]
    [InlineData("Write this change?", "--set", "forwarderArn=arn", "--set", "service=s", "--set", "env=e")]
    public void Init_InterruptedAtAQuestion_LeavesTheFile(string question, params string[] options)
    {
        var file = _folder.Write("t.yaml", Text);

        using var python = Process.Start("python3",
            ["-c", Terminal, question, "dotnet", Path.Combine(AppContext.BaseDirectory, "macro.dll"), "init", file, .. options]);
        python.WaitForExit(TimeSpan.FromMinutes(1)).ShouldBeTrue();

        python.ExitCode.ShouldBe(ExitCode.Interrupted);
        File.ReadAllText(file).ShouldBe(Text);
        Directory.GetFiles(_folder.Path).ShouldBe([file]);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>An input without an end, which cannot be cancelled.</summary>
    private sealed class SilentInput : MemoryStream
    {
        private static readonly ManualResetEventSlim Never = new();

        public override int Read(Span<byte> buffer)
        {
            Never.Wait(CancellationToken.None);
            return 0;
        }
    }
}
