using System.Diagnostics;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Hosting;

/// <summary>The program itself on a terminal that Python makes.</summary>
public sealed class TerminalTests : IDisposable
{
    private const string Terminal = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("always", true)]
    [InlineData("never", false)]
    public async Task Diff_ColorOption_SaysWhetherThereAreStyles(string color, bool hasStyles)
    {
        var file = _folder.Write("t.yaml", "Transform: {Name: DatadogServerless, Parameters: {pythonLayerVersion: 1}}\n"
            + "Resources: {F: {Type: AWS::Lambda::Function, Properties: {Runtime: python3.13, Handler: a.b}}}\n");
        using var python = Process.Start(new ProcessStartInfo(
            "python3", ["-c", Terminal, "dotnet", Path.Combine(AppContext.BaseDirectory, "macro.dll"), "diff", file, "--color", color])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;

        var output = await python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        await python.WaitForExitAsync(TestContext.Current.CancellationToken);
        python.ExitCode.ShouldBe(0);
        output.ShouldContain("DD_FLUSH_TO_LOG");
        System.Text.RegularExpressions.Regex.IsMatch(output, "\e\\[[0-9;]*m").ShouldBe(hasStyles);
    }

    public void Dispose() => _folder.Dispose();
}
