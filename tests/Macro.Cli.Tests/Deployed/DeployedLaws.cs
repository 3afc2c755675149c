using System.Text.Json;
using Macro.Cli.Tests.Deployed.Fakes;
using Macro.Cli.Tests.Support;
using Macro.Core.Tests.Laws.Cases;
using Macro.Core.Tests.Support;

namespace Macro.Cli.Tests.Deployed;

/// <summary>What holds for every function and state machine, and all settings, through the command line and over HTTP.</summary>
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

    [Fact]
    public void Instrument_AnyStateMachine_IsIdempotentReversibleAndKeepsTheUsersValues()
    {
        const string name = "orders";
        using var folder = new TemporaryFolder();
        using var cloud = new FakeCloud();
        var number = 0;
        Law.Holds(DeployedCase.Cases, deployed =>
        {
            var before = Machine(deployed.Machine, isExpress: ++number % 2 == 0);
            cloud.Iam.UsesUntilSpread = number % 3;
            cloud.Iam.Allowed[before.RoleName] = before.LogGroup is not null;
            if (before.LogGroup is null) cloud.Iam.Allowed.Clear();
            cloud.Logs.Groups["/own"] = new Dictionary<string, string> { ["mine"] = "x" };
            cloud.StepFunctions.Add(before);
            var config = folder.Write("config.json", deployed.Parameters);

            var first = Run(cloud, "instrument", "-s", name, "--config", config, "--yes");
            first.ExitCode.ShouldBe(0, first.Error + first.Output);
            first.Output.ShouldNotContain("skipped");
            var after = cloud.StepFunctions.Machines[name];
            after.Level.ShouldBe("ALL");
            cloud.Logs.Groups[after.LogGroup!]["datadog-forwarder"].ShouldEndWith(":forwarder");
            var second = Run(cloud, "instrument", "-s", name, "--config", config, "--yes");
            cloud.Changes.ShouldBeEmpty(second.Output);
            var third = Run(cloud, "uninstrument", "-s", name, "--yes");

            cloud.StepFunctions.Machines[name].Configuration.ShouldBe(before.Configuration, third.Error + third.Output);
            cloud.Logs.Groups[after.LogGroup!].Keys.ShouldBe(before.LogGroup is null ? [] : ["mine"]);
            cloud.Iam.Roles[before.RoleName].ShouldBeEmpty();
            foreach (var (key, value) in before.Tags) after.Tags[key].ShouldBe(value);
            if (before.LogGroup is not null) after.LogGroup.ShouldBe(before.LogGroup);
            foreach (var run in (CliRun[])[first, second, third]) (run.Output + run.Error).ShouldNotContain("hunter2");
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
        cloud.Responses.Clear();
        return cloud.Run(arguments);
    }

    /// <summary>The state machine that a generated resource describes.</summary>
    internal static FakeStateMachine Machine(string resource, bool isExpress = false)
    {
        var properties = JsonDocument.Parse(resource).RootElement.GetProperty("Properties");
        var logging = properties.TryGetProperty("LoggingConfiguration", out var found) ? found : default;
        var hasLogging = logging.ValueKind == JsonValueKind.Object;
        var group = hasLogging && logging.TryGetProperty("Destinations", out var list) && list.GetArrayLength() > 0
            ? list[0].GetProperty("CloudWatchLogsLogGroup").GetProperty("LogGroupArn").GetString()!.Split(':')[6]
            : null;
        return new FakeStateMachine("orders")
        {
            // A value that no output may show.
            Definition = properties.GetProperty("DefinitionString").GetString()!
                .Replace("\"a\": 1.10", "\"a\": 1.10, \"card\": \"hunter2\"", StringComparison.Ordinal),
            Type = isExpress ? "EXPRESS" : "STANDARD",
            LogGroup = group,
            // AWS accepts another level than OFF only with a log group.
            Level = group is not null ? logging.GetProperty("Level").GetString()! : "OFF",
            IncludesData = hasLogging && logging.TryGetProperty("IncludeExecutionData", out var data) && data.GetBoolean(),
            Tags = TagsIn(properties),
        };
    }

    private static Dictionary<string, string> TagsIn(JsonElement properties) => properties.GetProperty("Tags").EnumerateArray()
        .ToDictionary(tag => tag.GetProperty("Key").GetString()!, tag => tag.GetProperty("Value").GetString()!);

    /// <summary>The function that a generated resource describes.</summary>
    internal static FakeFunction Function(string resource)
    {
        var properties = JsonDocument.Parse(resource).RootElement.GetProperty("Properties");
        return new FakeFunction("f")
        {
            Runtime = properties.GetProperty("Runtime").GetString(),
            Handler = properties.GetProperty("Handler").GetString(),
            Layers = [.. properties.GetProperty("Layers").EnumerateArray().Select(layer => layer.GetString()!)],
            Variables = properties.GetProperty("Environment").GetProperty("Variables").EnumerateObject()
                .ToDictionary(variable => variable.Name, variable => variable.Value.GetString()!),
            Tags = TagsIn(properties),
            TracingMode = properties.TryGetProperty("TracingConfig", out var tracing) ? tracing.GetProperty("Mode").GetString()!
                : "PassThrough",
        };
    }
}
