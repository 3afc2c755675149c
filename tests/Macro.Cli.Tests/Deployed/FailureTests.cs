using Macro.Cli.Tests.Deployed.Fakes;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Deployed;

/// <summary>Calls that fail, and what is left behind.</summary>
public sealed class FailureTests : DeployedTest
{
    [Theory]
    [InlineData(409, "ResourceConflictException")]
    [InlineData(429, "TooManyRequestsException")]
    [InlineData(503, "ServiceUnavailableException")]
    [InlineData(0, "")]
    public void Instrument_UpdateFailsTwice_IsRepeated(int status, string code)
    {
        Cloud.Lambda.Add(Python("p"));
        var left = 2;
        Cloud.Error = (operation, _) =>
            operation == "UpdateFunctionConfiguration" && left-- > 0 ? new FakeError(status, code, "not now") : null;

        Instrument("-f", "p").ShouldBe(0, Output);

        Cloud["p"].Handler.ShouldBe("datadog_lambda.handler.handler");
    }

    [Fact]
    public void Instrument_ChangedMeanwhile_IsPlannedAgainOnce()
    {
        Cloud.Lambda.Add(Python("p"));
        var isFirst = true;
        Cloud.Error = (operation, _) =>
        {
            if (operation != "UpdateFunctionConfiguration" || !isFirst) return null;
            isFirst = false;
            return new FakeError(412, "PreconditionFailedException", "The Revision Id provided does not match.");
        };

        Instrument("-f", "p").ShouldBe(0, Output);

        Cloud.Changes.ShouldBe(["UpdateFunctionConfiguration p", "TagResource p"]);
    }

    [Fact]
    public void Instrument_UndecryptableVariables_ChangesNothing()
    {
        Cloud.Lambda.Add(Python("p") with { IsUndecryptable = true });

        Instrument("-f", "p").ShouldBe(0);

        Cloud.Changes.ShouldBeEmpty();
        Output.ShouldContain("DD711");
    }

    [Fact]
    public void Instrument_UpdateIsAcceptedAndFails_PutsTheOldConfigurationBack()
    {
        Cloud.Lambda.Add(Python("p") with { UpdateFailure = "InvalidSubnet" });
        var before = Cloud["p"].Configuration;

        Instrument("-f", "p").ShouldBe(1);

        Cloud["p"].Configuration.ShouldBe(before);
        Output.ShouldContain("InvalidSubnet");
        Output.ShouldContain("The old configuration is back in place.");
    }

    [Fact]
    public void Instrument_OneDenied_DoesTheOtherAndNamesBoth()
    {
        Cloud.Lambda.Add(Python("a"));
        Cloud.Lambda.Add(Python("b"));
        Cloud.Error = (operation, name) =>
            operation == "UpdateFunctionConfiguration" && name == "a" ? FakeError.Denied("lambda:UpdateFunctionConfiguration") : null;

        Instrument("-f", "a", "-f", "b").ShouldBe(1);

        Cloud["b"].Handler.ShouldBe("datadog_lambda.handler.handler");
        Output.ShouldContain("DD703 a: lambda:UpdateFunctionConfiguration failed");
        Output.ShouldContain("must be allowed lambda:UpdateFunctionConfiguration");
        Output.ShouldContain("Changed 1 function; 1 failed.");
    }

    [Fact]
    public void Instrument_MarkFails_PutsTheConfigurationBackAndTheNextRunDoesAll()
    {
        Cloud.Lambda.Add(Python("p") with { Variables = Map("OWN=1") });
        var before = Cloud["p"].Configuration;
        Cloud.Error = (operation, _) => operation == "TagResource" ? FakeError.Denied("lambda:TagResource") : null;

        Instrument("-f", "p").ShouldBe(1);
        Cloud["p"].Configuration.ShouldBe(before);
        Output.ShouldContain("must be allowed lambda:TagResource");

        Cloud.Error = (_, _) => null;
        Instrument("-f", "p").ShouldBe(0, Output);
        Uninstrument("-f", "p").ShouldBe(0, Output);
        Cloud["p"].Configuration.ShouldBe(before);
    }

    [Fact]
    public void Instrument_ValueThatAwsRejects_IsNotShown()
    {
        Cloud.Lambda.Add(Python("p") with { Variables = Map("OWN=hunter2") });
        Cloud.Error = (operation, _) => operation == "UpdateFunctionConfiguration"
            ? new FakeError(400, "InvalidParameterValueException", "Bad environment {OWN=hunter2}")
            : null;

        Instrument("-f", "p").ShouldBe(1);

        Output.ShouldContain("InvalidParameterValueException");
        Output.ShouldNotContain("hunter2");
    }

    [Fact]
    public void Instrument_Interrupted_FinishesWhatIsBegunAndTheNextRunDoesTheRest()
    {
        for (var i = 0; i < 100; i++) Cloud.Lambda.Add(Python($"f{i:000}"));
        using var interrupt = new CancellationTokenSource();
        var updates = 0;
        Cloud.Before = (operation, _) =>
        {
            if (operation == "UpdateFunctionConfiguration" && ++updates == 10) interrupt.Cancel();
        };

        var run = Cloud.Run(host => host with { Interrupted = interrupt.Token }, ["instrument", "--all", .. Extension, "--yes"]);

        run.ExitCode.ShouldBe(130);
        Cloud.Lambda.Functions.Values.Count(function => function.Handler != "app.run").ShouldBe(updates);
        Cloud.Lambda.Functions.Values.Count(function => function.Tags.ContainsKey("dd_sls_macro")).ShouldBe(updates);
        run.Output.ShouldContain("not tried");
        Instrument("--all").ShouldBe(0, Output);
        Cloud.Lambda.Functions.Values.ShouldAllBe(function => function.Handler != "app.run");
    }

    [Fact]
    public void Instrument_FiveHundredThrottledFunctions_AreAllDoneWithinTheBounds()
    {
        for (var i = 0; i < 500; i++) Cloud.Lambda.Add(Python($"f{i:000}"));
        var calls = 0;
        Cloud.Error = (_, _) => ++calls % 3 == 0 ? new FakeError(429, "TooManyRequestsException", "Rate exceeded") : null;

        Instrument("--all").ShouldBe(0, Output);

        Cloud.Lambda.Functions.Values.ShouldAllBe(function => function.Tags.ContainsKey("dd_sls_macro"));
        Cloud.MaxConcurrency.ShouldBeLessThanOrEqualTo(8);
    }

    [Fact]
    public void Run_WithoutYes_ChangesNothing()
    {
        Cloud.Lambda.Add(Python("p"));

        Run(["instrument", "-f", "p", .. Extension]).ShouldBe(0);
        Cloud.Changes.ShouldBeEmpty();
        Run(["instrument", "-f", "p", .. Extension, "--dry-run", "--exit-code"]).ShouldBe(3);
        Cloud.Changes.ShouldBeEmpty();
        Run(["instrument", .. Extension]).ShouldBe(2);
        Output.ShouldContain("Nothing is selected.");
    }

    [Fact]
    public void Apply_PlanThatChangesNothing_SelectsNothing()
    {
        using var folder = new TemporaryFolder();
        Cloud.Lambda.Add(Python("a"));
        Run(["instrument", "-f", "a", .. Extension, "--exclude", "a", "--plan", folder["p.json"]]).ShouldBe(0, Output);

        Run("apply", folder["p.json"], "--yes").ShouldBe(0, Output);

        Cloud.Changes.ShouldBeEmpty();
        Output.ShouldContain("Nothing matches the selection.");
    }

    [Fact]
    public void Apply_FunctionChangedMeanwhile_IsRefusedAndTheOthersAreDone()
    {
        using var folder = new TemporaryFolder();
        Cloud.Lambda.Add(Python("a") with { Variables = Map("OWN=hunter2") });
        Cloud.Lambda.Add(Python("b"));
        Run(["instrument", "--all", .. Extension, "--plan", folder["p.json"]]).ShouldBe(0, Output);
        File.ReadAllText(folder["p.json"]).ShouldNotContain("hunter2");
        Cloud.Lambda.Add(Cloud["a"] with { Revision = 7 });

        Run("apply", folder["p.json"], "--yes").ShouldBe(1);

        Output.ShouldContain("DD715");
        Cloud["a"].Handler.ShouldBe("app.run");
        Cloud["b"].Handler.ShouldNotBe("app.run");
        File.WriteAllText(folder["q.json"], File.ReadAllText(folder["p.json"]).Replace("123456789012", "999999999999",
            StringComparison.Ordinal));
        Run("apply", folder["q.json"], "--yes").ShouldBe(1);
        Output.ShouldContain("DD717");
    }
}
