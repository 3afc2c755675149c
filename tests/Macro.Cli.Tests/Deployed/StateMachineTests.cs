using System.Text.Json;
using Macro.Cli.Tests.Deployed.Fakes;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Deployed;

/// <summary>What instrumenting and uninstrumenting does to state machines.</summary>
public sealed class StateMachineTests : StateMachineTest
{
    private const string Own = "datadog-forwarder";

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
    public void Instrument_PolicyOfTheSameNameOfTheUser_IsNeitherReplacedNorRemoved()
    {
        Cloud.StepFunctions.Add(new FakeStateMachine("orders"));
        var own = Map("""ordersLogPolicy={"Statement":[{"Action":"logs:CreateLogDelivery"}]}""");
        Cloud.Iam.Roles["orders-role"] = own;

        InstrumentMachines("-s", "orders").ShouldBe(0, Output);
        Uninstrument("-s", "orders").ShouldBe(0, Output);

        Cloud.Iam.Roles["orders-role"].ShouldBe(own);
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
}
