using FsCheck.Fluent;
using Macro.Cli.Tests.Deployed.Fakes;
using Macro.Cli.Tests.Support;
using Macro.Core.Tests.Laws.Cases;
using Macro.Core.Tests.Support;

namespace Macro.Cli.Tests.Deployed;

/// <summary>A call that fails anywhere in a run loses nothing: the same command finishes it, and everything can be taken back.</summary>
public sealed class FailureLaws
{
    private const int MaxChanges = 9;

    [Fact]
    public void Run_CallThatFailsAnywhere_IsFinishedByTheNextRun()
    {
        using var folder = new TemporaryFolder();
        using var cloud = new FakeCloud();
        var cases =
            from deployed in DeployedCase.Cases
            from failing in Gen.Choose(1, MaxChanges)
            from isReverting in Gen.Elements(false, true)
            from isMachine in Gen.Elements(false, true)
            select (deployed, failing, isReverting, isMachine);
        Law.Holds(cases, test =>
        {
            // With Datadog's handler from the start, there would be nothing to take back, which is an error of its own (DD713).
            var function = DeployedLaws.Function(test.deployed.Function) with { Handler = "app.run" };
            var machine = DeployedLaws.Machine(test.deployed.Machine);
            Reset(cloud, function, machine);
            var config = folder.Write("config.json", test.deployed.Parameters);
            string[] resource = test.isMachine ? ["-s", machine.Name] : ["-f", function.Name];
            string[] instrument = ["instrument", .. resource, "--config", config, "--yes"];
            string[] uninstrument = ["uninstrument", .. resource, "--yes"];

            if (test.isReverting) Succeed(cloud, instrument);
            var command = test.isReverting ? uninstrument : instrument;
            var changes = 0;
            cloud.Error = (operation, _) =>
                FakeCloud.IsChange(operation) && ++changes == test.failing ? FakeError.Denied($"x:{operation}") : null;
            var failed = cloud.Run(command);
            failed.ExitCode.ShouldBe(changes >= test.failing ? 1 : 0, failed.Output + failed.Error);
            (failed.Output + failed.Error).ShouldNotContain("hunter2");
            cloud.Error = (_, _) => null;

            Succeed(cloud, command);
            cloud.Calls.Clear();
            Succeed(cloud, command);
            cloud.Changes.ShouldBeEmpty();
            Succeed(cloud, uninstrument);

            cloud["f"].Configuration.ShouldBe(function.Configuration);
            cloud.StepFunctions.Machines[machine.Name].Configuration.ShouldBe(machine.Configuration);
            cloud.Iam.Roles[machine.RoleName].ShouldBeEmpty();
            cloud.Logs.Groups.Values.SelectMany(filters => filters.Keys).ShouldBe(["mine"]);
        });
        cloud.Unsigned.ShouldBeEmpty();
    }

    private static void Reset(FakeCloud cloud, FakeFunction function, FakeStateMachine machine)
    {
        cloud.Responses.Clear();
        cloud.Lambda.Add(function);
        cloud.StepFunctions.Add(machine);
        cloud.Iam.Allowed.Clear();
        if (machine.LogGroup is not null) cloud.Iam.Allowed[machine.RoleName] = true;
        cloud.Logs.Groups.Clear();
        cloud.Logs.Groups["/own"] = new Dictionary<string, string> { ["mine"] = "x" };
    }

    private static void Succeed(FakeCloud cloud, string[] command)
    {
        var run = cloud.Run(command);
        run.ExitCode.ShouldBe(0, run.Output + run.Error);
        run.Output.ShouldNotContain("skipped");
    }
}
