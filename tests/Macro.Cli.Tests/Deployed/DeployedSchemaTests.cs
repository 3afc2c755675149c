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
        Run("status", "--all", "-f", "nosuch", "--format", "json").ShouldBe(1);

        JsonSchema.Read("status.schema.json").Problems(Output[Output.IndexOf('{')..]).ShouldBeEmpty();
        JsonDocument.Parse(Output).RootElement.GetProperty("functions").EnumerateArray()
            .Where(function => function.TryGetProperty("error", out _))
            .Select(function => function.GetProperty("error").GetProperty("code").GetString()).ShouldBe(["DD704"]);
    }

    [Fact]
    public void Plan_Json_IsOfItsSchema()
    {
        Cloud.Lambda.Add(Python("p"));
        Cloud.Lambda.Add(new Fakes.FakeFunction("old") { Runtime = "nodejs10.x" });
        Run(["instrument", "--all", .. Extension, "--yes", "--format", "json"]).ShouldBe(0);

        JsonSchema.Read("plan.schema.json").Problems(Output).ShouldBeEmpty();
    }
}
