using System.Text.Json;
using Macro.Aws.Tests.Models;
using Macro.Core.Lambda.Languages;

namespace Macro.Cli.Tests.Deployed;

public sealed class InventoryTests : DeployedTest
{
    [Fact]
    public void Status_ShowsRuntimeToolLayersDestinationsAndOwner()
    {
        Cloud.Lambda.Add(Python("a") with { Tags = Map("aws:cloudformation:stack-name=shop") });
        Cloud.Lambda.Add(Python("b"));
        Forward("-f", "b");

        Run("status", "--all").ShouldBe(0, Output);

        Cloud.Changes.ShouldBeEmpty();
        Output.ShouldContain("stack shop");
        Output.ShouldContain("macro v0.1.0 (CLI)");
        Output.ShouldContain("Datadog-Python312:120");
        Output.ShouldContain("2 functions, 1 instrumented.");
    }

    [Fact]
    public void Status_LayersOlderThanThePinnedOnes_SaysHowManyVersionsTheyAreBehind()
    {
        var pinned = int.Parse(PinnedLayers.All.Single(layer => layer.Subject == "Python").Version);
        var extension = PinnedLayers.All.Single(layer => layer.Subject == "extension").Version;
        Cloud.Lambda.Add(Python("p") with
        {
            Layers = [Layer($"Datadog-Python312-ARM:{pinned - 3}"), Layer($"Datadog-Extension:{extension}"), Layer("dd-trace-java:999")],
        });

        Run("status", "-f", "p").ShouldBe(0, Output);
        Output.ShouldContain("(3 behind)");
        Output.Split("behind").Length.ShouldBe(2);

        Run("status", "-f", "p", "--format", "json").ShouldBe(0, Output);
        JsonDocument.Parse(Output).RootElement.GetProperty("functions")[0].GetProperty("versionsBehind").GetRawText()
            .ShouldContain($"\"Datadog-Python312-ARM:{pinned - 3}\": 3");
    }

    [Fact]
    public void Status_FiveHundredFunctions_NeedsTwoCallsForEachAndAPageForFifty()
    {
        for (var i = 0; i < 500; i++) Cloud.Lambda.Add(Python($"f{i:000}"));

        Run("status", "--all", "--format", "json").ShouldBe(0);

        JsonDocument.Parse(Output).RootElement.GetProperty("functions").GetArrayLength().ShouldBe(500);
        // The caller, ten pages of functions and one of state machines, and two calls for each.
        Cloud.Requests.ShouldBe(1 + 10 + 1 + 2 * 500);
    }

    [Fact]
    public void Run_NoRegionNoCredentialsUnknownName_SayWhatToDo()
    {
        Run("status", "-f", "nosuch").ShouldBe(1);
        Output.ShouldContain("DD704");
        var run = Cloud.Run(host => host with { Variables = new Dictionary<string, string> { ["AWS_ACCESS_KEY_ID"] = "a" } }, "status",
            "--all");
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("DD702");
        run = Cloud.Run(host => host with { Variables = new Dictionary<string, string>(Cloud.Variables) }, "status", "--all", "--profile",
            "nosuch");
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("DD701");
    }

    /// <summary>So that the fake does not answer what AWS never would.</summary>
    [Fact]
    public void Responses_OfTheFake_AreThoseOfTheServiceModels()
    {
        ServiceModels.Require();
        var (layers, variables) = ((string[])[Layer("a:1")], Map("OWN=b"));
        Cloud.Lambda.Add(Python("p") with { Aliases = Map("live=1"), Layers = layers, Variables = variables, Tags = Map("a=b") });
        Cloud.StepFunctions.Add(new Fakes.FakeStateMachine("m") { KmsKeyId = "alias/shop", Tags = Map("a=b") });
        Forward("--all", "--set", $"stepFunctionForwarderArn={Fakes.FakeCloud.Forwarder}").ShouldBe(0, Output);
        Run("status", "--all");

        var asked = Cloud.Responses.Where(response => response.Body.StartsWith('{') && response.Body != "{}").Select(response =>
            $$"""{"service":"{{NameOf(response.Service)}}","operation":"{{response.Operation}}","body":{{response.Body}}}""").ToList();
        var problems = ServiceModels.Ask($$"""{"responses":[{{string.Join(',', asked)}}]}""").GetProperty("responses");

        asked.Count.ShouldBeGreaterThan(10);
        problems.EnumerateArray().SelectMany(problem => problem.EnumerateArray()).Select(problem => problem.GetString()).ShouldBeEmpty();
    }

    private static string NameOf(string service) => service == "states" ? "stepfunctions" : service;
}
