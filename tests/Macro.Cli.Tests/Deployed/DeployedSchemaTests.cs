using System.Text.Json;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Deployed;

/// <summary>The schemas of the commands for deployed functions.</summary>
public sealed class DeployedSchemaTests : DeployedTest
{
    [Fact]
    public void Status_Json_IsOfItsSchema()
    {
        Cloud.Lambda.Add(Python("a") with { Tags = Map("aws:cloudformation:stack-name=shop") });
        Cloud.Lambda.Add(Python("b") with { Layers = [Layer("Datadog-Extension:1")] });
        Cloud.StepFunctions.Add(new Fakes.FakeStateMachine("m"));
        Run("status", "--all", "-f", "nosuch", "-s", "nosuch", "--format", "json").ShouldBe(1);

        JsonSchema.Read("status.schema.json").Problems(Output[Output.IndexOf('{')..]).ShouldBeEmpty();
        foreach (var kind in (string[])["functions", "stateMachines"])
        {
            JsonDocument.Parse(Output).RootElement.GetProperty(kind).EnumerateArray()
                .Where(resource => resource.TryGetProperty("error", out _))
                .Select(resource => resource.GetProperty("error").GetProperty("code").GetString()).ShouldBe(["DD704"], kind);
        }
    }

    [Fact]
    public void Layers_Json_IsOfItsSchema()
    {
        Cloud.Lambda.Layers["dd-trace-java"] = 1000;
        Run("layers", "--check", "--region", Fakes.FakeCloud.Region, "--format", "json").ShouldBe(1);

        JsonSchema.Read("layers.schema.json").Problems(Output).ShouldBeEmpty();
    }

    [Fact]
    public void Plan_Json_IsOfItsSchema()
    {
        Cloud.Lambda.Add(Python("p"));
        Cloud.Lambda.Add(new Fakes.FakeFunction("old") { Runtime = "nodejs10.x" });
        Cloud.StepFunctions.Add(new Fakes.FakeStateMachine("m"));
        string[] forwarder = ["--set", $"stepFunctionForwarderArn={Fakes.FakeCloud.Forwarder}"];
        Run(["instrument", "--all", .. Extension, .. forwarder, "--yes", "--format", "json"]).ShouldBe(0);

        JsonSchema.Read("plan.schema.json").Problems(Output).ShouldBeEmpty();
    }
}
