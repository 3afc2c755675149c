using System.Diagnostics;
using Macro.Cli.Hosting;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Hosting;

/// <summary>The program itself, with a real pipe.</summary>
public sealed class ClosedPipeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ClosedPipeTests()
    {
        for (var i = 0; i < 300; i++)
        {
            _folder.Write($"{i:000}.yaml", "Transform: {Name: DatadogServerless, Parameters: {pythonLayerVersion: 1}}\n"
                + "Resources: {F: {Type: AWS::Lambda::Function, Properties: {Runtime: python3.13, Handler: a.b}}}\n");
        }
        _folder.Write("zzz.yaml", "Resources: [AWS::");
    }

    /// <summary>The last template is an error, so that a run to the end would have another exit status.</summary>
    [Fact]
    public async Task Diff_ReaderThatGoesAway_EndsTheWorkQuietly()
    {
        using var program = Start("diff", _folder.Path, "--full");

        (await program.StandardOutput.ReadLineAsync(Cancel)).ShouldBe($"== {_folder.Path}/000.yaml");
        program.StandardOutput.Close();

        await program.WaitForExitAsync(Cancel);
        program.ExitCode.ShouldBe(ExitCode.Success);
        (await program.StandardError.ReadToEndAsync(Cancel)).ShouldBe("");
    }

    [Fact]
    public async Task Diff_ReaderThatStays_GetsEverything()
    {
        using var program = Start("diff", _folder.Path, "--full");

        var output = await program.StandardOutput.ReadToEndAsync(Cancel);

        await program.WaitForExitAsync(Cancel);
        program.ExitCode.ShouldBe(ExitCode.Rejected);
        output.ShouldBe(CliRun.Of("diff", _folder.Path, "--full").Output);
    }

    public void Dispose() => _folder.Dispose();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo(
        "dotnet", [Path.Combine(AppContext.BaseDirectory, "macro.dll"), .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
