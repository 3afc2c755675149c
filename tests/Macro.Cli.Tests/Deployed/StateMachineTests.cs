using System.Text.Json;
using Macro.Cli.Tests.Deployed.Fakes;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Deployed;

/// <summary>What instrumenting and uninstrumenting does to state machines.</summary>
public sealed class StateMachineTests : DeployedTest
{
    private const string Group = "/aws/vendedlogs/states/orders-Logs";
    private const string Own = "datadog-forwarder";

    private const string Jsonata =
        """
        {
          "QueryLanguage": "JSONata",
          "StartAt": "Each",
          "States": {
            "Each": {
              "Type": "Map",
              "ItemProcessor": {
                "StartAt": "Charge",
                "States": {"Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                  "Arguments": {"FunctionName": "charge", "Payload": {"card": "hunter2", "amount": 1.10}}, "End": true}}
              },
              "End": true
            }
          }
        }

        """;

    private static readonly string[] Settings = ["--set", $"stepFunctionForwarderArn={FakeCloud.Forwarder}"];

    [Fact]
    public void Instrument_LoggingOff_MakesTheCallsInTheOrderInWhichAFailureLosesNothing()
    {
        Cloud.StepFunctions.Add(new FakeStateMachine("orders") { Definition = Jsonata });

        InstrumentMachines("-s", "orders").ShouldBe(0, Output);

        Cloud.Changes.ShouldBe(
        [
            "TagResource orders", $"CreateLogGroup {Group}", $"PutRetentionPolicy {Group}", "PutRolePolicy orders-role",
            "UpdateStateMachine orders", $"PutSubscriptionFilter {Group}", "TagResource orders",
        ]);
        var machine = Machine("orders");
        machine.LogGroup.ShouldBe(Group);
        machine.Level.ShouldBe("ALL");
        machine.IncludesData.ShouldBeTrue();
        machine.Tags["dd_sls_macro_by"].ShouldBe("CLI");
        machine.Tags["DD_TRACE_ENABLED"].ShouldBe("true");
        machine.Tags["dd_sls_macro_was"].ShouldContain("log-level=OFF");
        Cloud.Logs.Groups[Group].ShouldBe(Map($"{Own}={FakeCloud.Forwarder}"));
        Cloud.Iam.Roles["orders-role"].Keys.ShouldBe(["ordersLogPolicy"]);
        machine.Definition.ShouldContain("_datadog");
        Output.ShouldContain("DD501");
        Output.ShouldNotContain("hunter2");
    }

    [Fact]
    public void Instrument_Definition_IsThatOfTheMacro()
    {
        using var folder = new TemporaryFolder();
        Cloud.StepFunctions.Add(new FakeStateMachine("orders") { Definition = Jsonata });
        var template = "{\"Resources\":{\"orders\":{\"Type\":\"AWS::StepFunctions::StateMachine\",\"Properties\":{\"DefinitionString\":\""
            + $"{JsonEncodedText.Encode(Jsonata)}\"}}}}}}}}";
        var file = folder.Write("template.json", template);

        InstrumentMachines("-s", "orders").ShouldBe(0, Output);
        var transformed = Cloud.Run("transform", file, "--set", $"stepFunctionForwarderArn={FakeCloud.Forwarder}");

        using var expected = JsonDocument.Parse(transformed.Output);
        Machine("orders").Definition.ShouldBe(expected.RootElement.GetProperty("Resources").GetProperty("orders")
            .GetProperty("Properties").GetProperty("DefinitionString").GetString(), transformed.Error);
    }

    [Fact]
    public void Uninstrument_RestoresDefinitionLoggingTagsAndRoleByteForByte()
    {
        Cloud.StepFunctions.Add(new FakeStateMachine("orders") { Definition = Jsonata, Tags = Map("team=a") });
        var before = Machine("orders").Configuration;
        InstrumentMachines("-s", "orders", "--set", "service=shop", "--set", "env=prod").ShouldBe(0, Output);
        Machine("orders").Configuration.ShouldNotBe(before);

        Uninstrument("-s", "orders").ShouldBe(0, Output);

        Machine("orders").Configuration.ShouldBe(before);
        Cloud.Iam.Roles["orders-role"].ShouldBeEmpty();
        Cloud.Logs.Groups[$"{Group}-prod"].ShouldBeEmpty();
        Uninstrument("-s", "orders").ShouldBe(0, Output);
        Cloud.Changes.ShouldBeEmpty();
    }

    [Fact]
    public void Uninstrument_AfterAnUpgrade_StillRestoresTheDefinition()
    {
        Cloud.StepFunctions.Add(new FakeStateMachine("orders") { Definition = Jsonata });
        var before = Machine("orders").Configuration;
        InstrumentMachines("-s", "orders").ShouldBe(0, Output);
        var tags = new Dictionary<string, string>(Machine("orders").Tags) { ["dd_sls_macro"] = "v0.0.1" };
        Cloud.StepFunctions.Add(Machine("orders") with { Tags = tags });

        InstrumentMachines("-s", "orders").ShouldBe(0, Output);
        Cloud.Changes.ShouldBe(["TagResource orders"]);
        Uninstrument("-s", "orders").ShouldBe(0, Output);

        Machine("orders").Configuration.ShouldBe(before);
    }

    [Fact]
    public void Instrument_Again_MakesReadsOnly()
    {
        Cloud.StepFunctions.Add(new FakeStateMachine("orders") { Definition = Jsonata });
        InstrumentMachines("-s", "orders").ShouldBe(0, Output);

        InstrumentMachines("-s", "orders").ShouldBe(0, Output);

        Cloud.Changes.ShouldBeEmpty();
        Output.ShouldContain("current");
        Cloud.Calls.ShouldNotContain(call => call.Contains("RolePolicy", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("EXPRESS")]
    [InlineData("STANDARD")]
    public void Instrument_OwnLogGroup_StaysAndIsSubscribed(string type)
    {
        Cloud.Iam.Allowed["orders-role"] = true;
        Cloud.Logs.Groups["/mine"] = Map("to-kinesis=x");
        Cloud.StepFunctions.Add(new FakeStateMachine("orders") { Type = type, LogGroup = "/mine", Level = "ERROR" });
        var before = Machine("orders").Configuration;

        InstrumentMachines("-s", "orders").ShouldBe(0, Output);

        Cloud.Changes.ShouldBe(
            ["TagResource orders", "UpdateStateMachine orders", "PutSubscriptionFilter /mine", "TagResource orders"]);
        Machine("orders").LogGroup.ShouldBe("/mine");
        Cloud.Logs.Groups["/mine"].Keys.ShouldBe(["to-kinesis", Own]);
        Output.ShouldContain(type.ToLowerInvariant());
        Uninstrument("-s", "orders").ShouldBe(0, Output);
        Machine("orders").Configuration.ShouldBe(before);
        Cloud.Logs.Groups["/mine"].Keys.ShouldBe(["to-kinesis"]);
    }

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

    [Fact]
    public void Instrument_PolicyOfTheSameNameOfTheUser_IsNeitherReplacedNorRemoved()
    {
        Cloud.StepFunctions.Add(new FakeStateMachine("orders"));
        var own = Map("""ordersLogPolicy={"Statement":[{"Action":"logs:CreateLogDelivery"}]}""");
        Cloud.Iam.Roles["orders-role"] = own;

        InstrumentMachines("-s", "orders").ShouldBe(0, Output);
        Uninstrument("-s", "orders").ShouldBe(0, Output);

        Cloud.Iam.Roles["orders-role"].ShouldBe(own);
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
    public void Uninstrument_DatadogCi_TakesBackWhatIsKnownToBeItsOwn()
    {
        const string plain =
            """
            {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
            "Parameters":{"FunctionName":"f","Payload.$":"$"},"End":true}}}
            """;
        Cloud.Iam.Allowed["orders-role"] = true;
        Cloud.Logs.Groups[Group] = Map("orders-DdCiLogGroupSubscription=x", "mine=y");
        Cloud.StepFunctions.Add(new FakeStateMachine("orders")
        {
            Definition = plain.Replace("\"$\"", "\"States.JsonMerge($$, $, false)\"", StringComparison.Ordinal),
            Level = "ALL",
            IncludesData = true,
            LogGroup = Group,
            Tags = Map("dd_sls_ci=v2", "DD_TRACE_ENABLED=true", "env=prod"),
        });

        Uninstrument("-s", "orders", "--adopt").ShouldBe(0, Output);

        Machine("orders").Definition.ShouldBe(plain);
        Machine("orders").Tags.ShouldBe(Map("env=prod"));
        Cloud.Logs.Groups[Group].ShouldBe(Map("mine=y"));
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
    public void Instrument_CustomersKey_WarnsThatTheNewLogGroupIsNotEncryptedWithIt()
    {
        Cloud.StepFunctions.Add(new FakeStateMachine("orders") { KmsKeyId = "alias/shop" });

        InstrumentMachines("-s", "orders").ShouldBe(0, Output);

        Output.ShouldContain("DD505");
    }

    [Fact]
    public void Instrument_NameWithOtherCharactersThanLogGroupsAndPoliciesHave_IsRestored()
    {
        Cloud.StepFunctions.Add(new FakeStateMachine("Bestellung!(ä)@=") { Definition = Jsonata });
        var before = Machine("Bestellung!(ä)@=").Configuration;

        InstrumentMachines("--all").ShouldBe(0, Output);

        Machine("Bestellung!(ä)@=").LogGroup.ShouldBe("/aws/vendedlogs/states/Bestellung-------Logs");
        Uninstrument("--all").ShouldBe(0, Output);
        Machine("Bestellung!(ä)@=").Configuration.ShouldBe(before);
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

    private int InstrumentMachines(params string[] arguments) =>
        Run(["instrument", .. arguments, .. Extension, .. Settings, .. arguments.Contains("--dry-run") ? (string[])[] : ["--yes"]]);

    private IEnumerable<string> Updated(params string[] arguments)
    {
        Run(["instrument", .. arguments, .. Extension, .. Settings, "--format", "json", "--dry-run"]).ShouldBe(0, Output);
        using var plan = JsonDocument.Parse(Output);
        var resources = plan.RootElement.GetProperty("resources").EnumerateArray();
        return [.. resources.Select(resource => resource.GetProperty("name").GetString()!)];
    }

    private FakeStateMachine Machine(string name) => Cloud.StepFunctions.Machines[name];
}
