using System.Diagnostics;
using Macro.Aws.Tests.Fakes;
using Macro.Cli.Tests.Deployed.Fakes;

namespace Macro.Cli.Tests.Deployed;

/// <summary>Measures the native program for docs/deployed.md: <c>MACRO_PROGRAM=artifacts/package/macro</c>. Skipped without it.</summary>
public sealed class DeployedFigures : DeployedTest
{
    [Fact]
    public async Task Instrument_FiveHundredThrottledFunctions()
    {
        Assert.SkipWhen(MacroProcess.Native is null, "MACRO_PROGRAM names no native program.");
        for (var i = 0; i < 500; i++) Cloud.Lambda.Add(Python($"f{i:000}"));
        var calls = 0;
        Cloud.Error = (_, _) => ++calls % 3 == 0 ? new FakeError(429, "TooManyRequestsException", "Rate exceeded") : null;

        await MeasureAsync("instrument", ["instrument", "--all", .. Extension, "--yes"]);
        Cloud.Lambda.Functions.Values.ShouldAllBe(function => function.Tags.ContainsKey("dd_sls_macro"));
        Cloud.Error = (_, _) => null;
        await MeasureAsync("instrument again", ["instrument", "--all", .. Extension, "--yes"]);
        await MeasureAsync("status", ["status", "--all"]);
    }

    private async Task MeasureAsync(string name, string[] arguments)
    {
        var (before, time) = (Cloud.Requests, Stopwatch.StartNew());
        (string, string)[] keys = [("AWS_ACCESS_KEY_ID", SignatureV4.KeyId), ("AWS_SECRET_ACCESS_KEY", SignatureV4.Secret)];
        var (exitCode, output, peak) = await MacroProcess.RunAsync([.. Cloud.Location, .. keys], arguments);
        exitCode.ShouldBe(0, output);
        Console.WriteLine(
            $"{name}: {Cloud.Requests - before} requests, {time.Elapsed.TotalSeconds:0} s, at most {Cloud.MaxConcurrency} at once, "
            + $"peak memory {peak / 1024.0 / 1024:0} MiB");
    }
}
