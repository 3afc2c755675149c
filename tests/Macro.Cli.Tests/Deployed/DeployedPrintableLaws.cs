using Macro.Cli.Tests.Deployed.Fakes;
using Macro.Cli.Tests.Laws;
using Macro.Cli.Tests.Support;
using Macro.Core.Tests.Support;

namespace Macro.Cli.Tests.Deployed;

/// <summary>Whatever AWS returns about deployed resources, and whatever the command line says, each format prints it as text.</summary>
public sealed class DeployedPrintableLaws
{
    /// <summary>The commands for deployed resources that have formats.</summary>
    public static readonly IReadOnlyList<string> Commands = ["instrument", "uninstrument", "apply", "status", "layers"];

    public static TheoryData<string> Names => [.. Commands];

    /// <summary>The formats of a command in turn, and its lines in turn, since each run makes many calls.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Output_InEveryFormat_IsPrintable(string command)
    {
        using var folder = new TemporaryFolder();
        using var cloud = new FakeCloud();
        var formats = OutputFormats.All.Where(pair => pair.Command == command).Select(pair => pair.Format).ToList();
        var number = 0;
        Law.Holds(HostileNames.Cases, names =>
        {
            Fill(cloud, names);
            cloud.Error = (_, _) => null;
            if (command == "apply") Printed.Inspect(cloud.Run(Instrument(folder["plan.json"])));
            var lines = Lines(command, Word(names.Function), folder["plan.json"]);
            var format = formats[number % formats.Count];
            string[] line = [.. lines[number++ / formats.Count % lines.Length], "--format", format];
            // Of layers, only the errors are from AWS.
            if (command != "layers") Printed.Inspect(cloud.Run(line), command, format);
            cloud.Error = (operation, _) => operation is "GetFunction" or "DescribeStateMachine" or "UpdateFunctionConfiguration"
                or "GetLayerVersion" ? new FakeError(400, "ValidationException", HostileNames.WithoutHalves(names.Name)) : null;
            Printed.Inspect(cloud.Run(line), command, format);
            Clear(cloud);
        });
    }

    /// <summary>What a shell passes for a variable that is not set.</summary>
    [Theory]
    [InlineData("status", "--all", "--region", "")]
    [InlineData("status", "-f", "")]
    [InlineData("status", "--all", "--tag", "")]
    [InlineData("status", "--all", "--role-arn", "")]
    [InlineData("status", "--all", "--profile", "")]
    [InlineData("layers", "--check", "--region", "")]
    [InlineData("instrument", "--all", "--plan", "")]
    [InlineData("instrument", "--all", "--config", "")]
    [InlineData("apply", "")]
    [InlineData("install", "--zip", "", "--bucket", "b")]
    [InlineData("install", "--bucket-prefix", "", "--region", "")]
    [InlineData("uninstall", "--region", "")]
    [InlineData("config", "")]
    [InlineData("diff", "")]
    [InlineData("init", "")]
    [InlineData("report", "tests/Samples", "--output", "")]
    public void Arguments_EmptyOnes_AreNoBug(params string[] line)
    {
        using var cloud = new FakeCloud();
        cloud.Lambda.Add(DeployedTest.Python("plain"));
        Printed.Inspect(cloud.Run(line));
    }

    private static string[][] Lines(string command, string name, string plan) => command switch
    {
        "status" => [["status", "--all"], ["status", "--tag", $"{name}={name}"], ["status", "--all", "--exclude", name]],
        "layers" => [["layers", "--check"]],
        "uninstrument" => [["uninstrument", "--all", "--yes"]],
        "apply" => [["apply", plan, "--yes"]],
        _ => [["instrument", "--all", "--yes", "--adopt", "--force-managed", .. Settings, "--set", $"env={name}"],
            ["instrument", "--all", "--dry-run", .. Settings], ["instrument", "-f", $"*{name}", "--dry-run", .. Settings]],
    };

    private static string[] Settings =>
        [.. DeployedTest.Extension, "--set", $"stepFunctionForwarderArn={FakeCloud.Forwarder}"];

    private static string[] Instrument(string plan) => ["instrument", "--all", "--plan", plan, "--dry-run", .. Settings];

    /// <summary>What the fake remembers is not looked at here.</summary>
    private static void Clear(FakeCloud cloud)
    {
        cloud.Calls.Clear();
        cloud.Responses.Clear();
        cloud.Tokens.Clear();
        cloud.ChangeTimes.Clear();
    }

    /// <summary>Resources with the name wherever AWS lets a user or a tool write something.</summary>
    private static void Fill(FakeCloud cloud, HostileNames names)
    {
        var text = HostileNames.WithoutHalves(names.Name);
        cloud.Lambda.Functions.Clear();
        cloud.StepFunctions.Machines.Clear();
        cloud.Lambda.Add(DeployedTest.Python("plain") with
        {
            Variables = new Dictionary<string, string> { ["A" + text] = text, ["DD_ENV"] = text },
            Tags = new Dictionary<string, string> { ["team"] = text, ["k" + text] = text },
            Layers = [$"arn:aws:lambda:{FakeCloud.Region}:464622532012:layer:Datadog-{text}:1"],
            Handler = "a." + text,
            LogGroup = "/aws/lambda/plain",
        });
        cloud.Lambda.Add(DeployedTest.Python("owned") with
        {
            Tags = new Dictionary<string, string> { ["aws:cloudformation:stack-name"] = text, ["dd_sls_macro"] = text },
        });
        cloud.Lambda.Add(new FakeFunction("odd") { Runtime = text });
        cloud.Lambda.Add(DeployedTest.Python("stuck") with { State = text });
        cloud.Lambda.Add(DeployedTest.Python("failing") with { UpdateFailure = text });
        cloud.Logs.Groups["/aws/lambda/plain"] = new Dictionary<string, string> { ["f" + text] = text };
        cloud.StepFunctions.Add(new FakeStateMachine("machine")
        {
            Tags = new Dictionary<string, string> { ["aws:cloudformation:stack-name"] = text, ["t" + text] = text },
        });
    }

    private static string Word(string text) => HostileNames.WithoutHalves(text).Replace("\0", "", StringComparison.Ordinal);
}
