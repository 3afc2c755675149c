using System.Text.Json;
using Macro.Cli.Tests.Deployed.Fakes;
using Macro.Cli.Tests.Support;
using Macro.Core.Tests.Laws.Cases;
using Macro.Core.Tests.Support;

namespace Macro.Cli.Tests.Deployed;

/// <summary>What holds for every function and all settings, through the command line and over HTTP.</summary>
public sealed class DeployedLaws
{
    private const string OldHandler = "own.handler";

    [Fact]
    public void Instrument_AnyFunction_IsIdempotentReversibleAndKeepsTheUsersValues()
    {
        using var folder = new TemporaryFolder();
        using var cloud = new FakeCloud();
        cloud.Logs.Groups["/aws/lambda/f"] = new Dictionary<string, string>();
        Law.Holds(DeployedCase.Cases, deployed =>
        {
            var before = Function(deployed.Function);
            cloud.Lambda.Add(before);
            var config = folder.Write("config.json", deployed.Parameters);

            var first = Run(cloud, "instrument", "-f", "f", "--config", config, "--yes");
            first.ExitCode.ShouldBe(0, first.Error + first.Output);
            first.Output.ShouldNotContain("skipped");
            var after = cloud["f"];
            var second = Run(cloud, "instrument", "-f", "f", "--config", config, "--yes");
            cloud.Changes.ShouldBeEmpty(second.Output);
            var third = Run(cloud, "uninstrument", "-f", "f", "--yes");

            cloud["f"].Configuration.ShouldBe(before.Configuration, third.Error + third.Output);
            cloud.Logs.Groups["/aws/lambda/f"].ShouldBeEmpty();
            KeepsValues(before, after);
            foreach (var run in (CliRun[])[first, second, third])
            {
                (run.Output + run.Error).ShouldNotContain("hunter2");
                (run.Output + run.Error).ShouldNotContain($": {OldHandler}");
            }
        });
        cloud.Unsigned.ShouldBeEmpty();
    }

    private static void KeepsValues(FakeFunction before, FakeFunction after)
    {
        foreach (var (name, value) in before.Variables)
        {
            // The commit's tags are appended; the library must call the handler that the function has.
            if (name == "DD_TAGS") after.Variables[name].ShouldStartWith(value);
            else if (name != "DD_LAMBDA_HANDLER") after.Variables[name].ShouldBe(value);
        }
        bool IsOwn(string layer) => !layer.Contains(":Datadog-", StringComparison.Ordinal) && !layer.Contains(":my-datadog",
            StringComparison.Ordinal);
        after.Layers.Where(IsOwn).Where(layer => !layer.Contains("dd-trace", StringComparison.Ordinal)).ShouldBe(before.Layers.Where(
            IsOwn));
    }

    private static CliRun Run(FakeCloud cloud, params string[] arguments)
    {
        cloud.Calls.Clear();
        return cloud.Run(arguments);
    }

    /// <summary>The function that a generated resource describes.</summary>
    private static FakeFunction Function(string resource)
    {
        var properties = JsonDocument.Parse(resource).RootElement.GetProperty("Properties");
        return new FakeFunction("f")
        {
            Runtime = properties.GetProperty("Runtime").GetString(),
            Handler = properties.GetProperty("Handler").GetString(),
            Layers = [.. properties.GetProperty("Layers").EnumerateArray().Select(layer => layer.GetString()!)],
            Variables = properties.GetProperty("Environment").GetProperty("Variables").EnumerateObject()
                .ToDictionary(variable => variable.Name, variable => variable.Value.GetString()!),
            Tags = properties.GetProperty("Tags").EnumerateArray()
                .ToDictionary(tag => tag.GetProperty("Key").GetString()!, tag => tag.GetProperty("Value").GetString()!),
            TracingMode = properties.TryGetProperty("TracingConfig", out var tracing) ? tracing.GetProperty("Mode").GetString()!
                : "PassThrough",
        };
    }
}
