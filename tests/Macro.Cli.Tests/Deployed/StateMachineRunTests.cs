using System.Text.Json;
using Macro.Cli.Tests.Deployed.Fakes;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Deployed;

/// <summary>Selections, plans, failures and the inventory of state machines.</summary>
public sealed class StateMachineRunTests : StateMachineTest
{
    [Fact]
    public void Instrument_PolicyNotSpreadYet_IsTriedAgain()
    {
        Cloud.StepFunctions.Add(new FakeStateMachine("orders"));
        Cloud.Iam.UsesUntilSpread = 5;

        InstrumentMachines("-s", "orders").ShouldBe(0, Output);

        Cloud.Requests.ShouldBeGreaterThan(15);
        Machine("orders").LogGroup.ShouldBe(Group);
    }

    [Fact]
    public void Instrument_PolicyNeverSpreads_NamesTheRoleAndTheNextRunFinishes()
    {
        Cloud.StepFunctions.Add(new FakeStateMachine("orders") { Definition = Jsonata });
        var before = Machine("orders").Configuration;
        Cloud.Iam.UsesUntilSpread = 1000;

        InstrumentMachines("-s", "orders").ShouldBe(1);
        Output.ShouldContain("DD732");
        Output.ShouldContain("orders-role");
        Output.ShouldContain("the policy of the role");

        Cloud.Iam.Allowed["orders-role"] = true;
        InstrumentMachines("-s", "orders").ShouldBe(0, Output);
        Cloud.Changes.ShouldNotContain(call => call.StartsWith("PutRolePolicy", StringComparison.Ordinal));
        Uninstrument("-s", "orders").ShouldBe(0, Output);
        Machine("orders").Configuration.ShouldBe(before);
        Cloud.Iam.Roles["orders-role"].ShouldBeEmpty();
    }

    [Theory]
    [InlineData("aws:cloudformation:stack-name=shop", "DD705", "--force-managed")]
    [InlineData("dd_sls_ci=v2", "DD707", "--adopt")]
    [InlineData("dd_sls_macro=v1", "DD707", "--adopt")]
    public void Instrument_Owned_IsSkippedUnlessTold(string tag, string code, string option)
    {
        Cloud.StepFunctions.Add(new FakeStateMachine("orders") { Tags = Map(tag) });

        InstrumentMachines("-s", "orders").ShouldBe(0);
        Cloud.Changes.ShouldBeEmpty();
        Output.ShouldContain(code);

        InstrumentMachines("-s", "orders", option).ShouldBe(0, Output);
        Machine("orders").Level.ShouldBe("ALL");
    }

    [Fact]
    public void Instrument_Selections_AreThoseOfFunctions()
    {
        Cloud.Lambda.Add(Python("orders-api"));
        foreach (var name in (string[])["orders-a", "orders-b", "refunds"])
            Cloud.StepFunctions.Add(new FakeStateMachine(name) { Tags = Map($"team={name[..1]}") });

        Updated("-s", "orders-*").ShouldBe(["orders-a", "orders-b"]);
        Updated("-s", "arn:aws:states:us-east-1:123456789012:stateMachine:refunds").ShouldBe(["refunds"]);
        Updated("-s", "arn:aws:states:us-east-1:999999999999:stateMachine:refunds").ShouldBeEmpty();
        Updated("--all", "--exclude", "orders-?", "--exclude", "orders-api").ShouldBe(["refunds"]);
        Updated("--tag", "team=r").ShouldBe(["refunds"]);
        Updated("--all", "--runtime", "python*").ShouldBe(["orders-api"]);
        Updated("--all", "--instrumented").ShouldBeEmpty();
        InstrumentMachines("-s", "nosuch").ShouldBe(1);
        Output.ShouldContain("DD704");
        InstrumentMachines("-s", "nosuch*").ShouldBe(1);
        Output.ShouldContain("DD704");
        Run(["instrument", "--all", .. Extension, "--dry-run"]).ShouldBe(0);
        Output.ShouldNotContain("refunds");
        Run("instrument", "-s", "refunds", "--yes").ShouldBe(1);
        Output.ShouldContain("DD728");
    }

    [Fact]
    public void Run_ListIsDenied_GoesOnWithFunctionsUnlessStateMachinesAreNamed()
    {
        Cloud.Lambda.Add(Python("p"));
        Instrument("-f", "p").ShouldBe(0, Output);
        Cloud.Error = (operation, _) => operation == "ListStateMachines" ? FakeError.Denied("states:ListStateMachines") : null;

        Run("status", "--all").ShouldBe(0, Output);
        Output.ShouldContain("DD731");
        Uninstrument("--all").ShouldBe(0, Output);
        Output.ShouldContain("DD731");
        Cloud["p"].Handler.ShouldBe("app.run");
        Run("status", "-s", "*").ShouldBe(1, Output);
    }

    [Fact]
    public void Instrument_ChangedMeanwhile_IsPlannedAgain()
    {
        Cloud.StepFunctions.Add(new FakeStateMachine("orders"));
        var reads = 0;
        Cloud.Before = (operation, name) =>
        {
            if (operation == "DescribeStateMachine" && ++reads == 2)
                Cloud.StepFunctions.Add(Machine(name) with { Definition = """{"StartAt":"B","States":{"B":{"Type":"Succeed"}}}""" });
        };

        InstrumentMachines("-s", "orders").ShouldBe(0, Output);

        Machine("orders").Definition.ShouldContain("Succeed");
        Machine("orders").Level.ShouldBe("ALL");
    }

    [Fact]
    public void Apply_StateMachineChangedMeanwhile_IsRefusedAndTheOthersAreDone()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in (string[])["a", "b", "c"]) Cloud.StepFunctions.Add(new FakeStateMachine(name));
        Cloud.Lambda.Add(Python("p"));
        InstrumentMachines("--all", "--plan", folder["p.json"], "--dry-run").ShouldBe(0, Output);
        Cloud.StepFunctions.Add(Machine("a") with { Revision = 7 });
        Cloud.StepFunctions.Add(Machine("c") with { Definition = Jsonata });

        Run("apply", folder["p.json"], "--yes").ShouldBe(1);

        var refused = Output.Split('\n').Where(line => line.Contains("refused", StringComparison.Ordinal));
        refused.Count(line => line.Contains("DD715", StringComparison.Ordinal)).ShouldBe(2, Output);
        Machine("a").Level.ShouldBe("OFF");
        Machine("b").Level.ShouldBe("ALL");
        Machine("c").Definition.ShouldBe(Jsonata);
        Cloud["p"].Handler.ShouldNotBe("app.run");
    }

    [Fact]
    public void Instrument_InvalidDefinition_DoesNotShowItsValues()
    {
        Cloud.StepFunctions.Add(new FakeStateMachine("orders") { Definition = Jsonata });
        Cloud.Error = (operation, _) => operation == "UpdateStateMachine"
            ? new FakeError(400, "InvalidDefinition", "Invalid State Machine Definition: card is hunter2")
            : null;

        InstrumentMachines("-s", "orders").ShouldBe(1);

        Output.ShouldContain("InvalidDefinition");
        Output.ShouldNotContain("hunter2");
    }

    [Fact]
    public void Instrument_BeingDeleted_IsSkipped()
    {
        Cloud.StepFunctions.Add(new FakeStateMachine("orders") { Status = "DELETING" });

        InstrumentMachines("-s", "orders").ShouldBe(0, Output);

        Output.ShouldContain("DD729");
        Cloud.Changes.ShouldBeEmpty();
    }

    [Fact]
    public void Status_ListsStateMachines()
    {
        Cloud.Lambda.Add(Python("p"));
        for (var i = 0; i < 250; i++) Cloud.StepFunctions.Add(new FakeStateMachine($"m{i:000}"));
        InstrumentMachines("-s", "m000").ShouldBe(0, Output);

        Run("status", "--all").ShouldBe(0, Output);
        Output.ShouldContain("1 function, 250 state machines, 1 instrumented.");
        Output.ShouldContain("standard workflow");
        Cloud.Calls.Count(call => call.StartsWith("ListStateMachines", StringComparison.Ordinal)).ShouldBe(3);

        Run("status", "--all", "--format", "json").ShouldBe(0, Output);
        var root = JsonDocument.Parse(Output).RootElement;
        root.GetProperty("functions").GetArrayLength().ShouldBe(1);
        var machine = root.GetProperty("stateMachines")[0];
        machine.GetProperty("instrumentedBy").GetString()!.ShouldStartWith("macro v");
        machine.GetProperty("logDestinations")[0].GetString().ShouldBe(FakeCloud.Forwarder);
    }

    private IEnumerable<string> Updated(params string[] arguments)
    {
        RunWithForwarder([.. arguments, "--format", "json", "--dry-run"]).ShouldBe(0, Output);
        using var plan = JsonDocument.Parse(Output);
        var resources = plan.RootElement.GetProperty("resources").EnumerateArray();
        return [.. resources.Select(resource => resource.GetProperty("name").GetString()!)];
    }
}
