using System.Text.Json;
using System.Text.RegularExpressions;
using Macro.Cli.Tests.Support;
using Macro.Core.Lambda.Languages;

namespace Macro.Cli.Tests.Deployed;

/// <summary>The session in docs/deployed.md is a real one; <c>UPDATE_SNAPSHOTS=1</c> updates the page.</summary>
public sealed partial class DeployedPageTests : DeployedTest
{
    private const string Page = "docs/deployed.md";

    private const string Config =
        """
        site: datadoghq.eu
        apiKeySecretArn: arn:aws:secretsmanager:us-east-1:123456789012:secret:datadog-api-key-a1B2c3
        extensionLayerVersion: 90
        pythonLayerVersion: 120
        nodeLayerVersion: 140
        stepFunctionForwarderArn: arn:aws:lambda:us-east-1:123456789012:function:datadog-forwarder
        """;

    private const string Definition =
        """
        {"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
          "Parameters": {"FunctionName": "orders", "Payload.$": "$"}, "End": true}}}
        """;

    [Fact]
    public void DeployedPage_Session_IsWhatTheCommandsPrint()
    {
        using var folder = new TemporaryFolder();
        folder.Write("datadog.yml", Config);
        Cloud.Lambda.Add(Python("orders") with { Variables = Map("TABLE=orders") });
        Cloud.Lambda.Add(Python("refunds") with { Layers = [Layer("Datadog-Python311:90")] });
        Cloud.Lambda.Add(new Fakes.FakeFunction("web"));
        Cloud.Lambda.Add(new Fakes.FakeFunction("legacy") { Runtime = "nodejs10.x" });
        Cloud.Lambda.Add(Python("billing") with { Tags = Map("aws:cloudformation:stack-name=billing-prod") });
        Cloud.StepFunctions.Add(new Fakes.FakeStateMachine("checkout") { Definition = Definition });
        foreach (var name in PublishedLayers.PinnedIn(Fakes.FakeCloud.Region).Select(arn => arn.Split(':')[^2]))
            Cloud.Lambda.Layers[name] = PublishedLayers.FindPinnedVersion(name)!.Value + (name.Contains("Node") ? 1 : 0);
        var page = File.ReadAllText(Repository.PathOf(Page));

        Golden.ShouldMatch(Example().Replace(page, example => Console(example.Groups[1].Value, folder)), Page);
    }

    [Fact]
    public void Plan_Json_HasOnlyMembersOfTheSchema()
    {
        Cloud.Lambda.Add(Python("p"));
        Cloud.Lambda.Add(new Fakes.FakeFunction("old") { Runtime = "nodejs10.x" });
        Cloud.StepFunctions.Add(new Fakes.FakeStateMachine("m"));
        string[] forwarder = ["--set", $"stepFunctionForwarderArn={Fakes.FakeCloud.Forwarder}"];
        Run(["instrument", "--all", .. Extension, .. forwarder, "--yes", "--format", "json"]).ShouldBe(0);

        using var plan = JsonDocument.Parse(Output);
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("docs/plan.schema.json")));
        var root = schema.RootElement.GetProperty("properties");
        Names(plan.RootElement).ShouldBe(Names(root));
        var resource = root.GetProperty("resources").GetProperty("items").GetProperty("properties");
        var kinds = resource.GetProperty("kind").GetProperty("enum").EnumerateArray().Select(kind => kind.GetString()).ToList();
        foreach (var found in plan.RootElement.GetProperty("resources").EnumerateArray())
        {
            kinds.ShouldContain(found.GetProperty("kind").GetString());
            Names(found).ShouldBeSubsetOf(Names(resource));
            var change = resource.GetProperty("changes").GetProperty("items").GetProperty("properties");
            foreach (var line in found.GetProperty("changes").EnumerateArray()) Names(line).ShouldBeSubsetOf(Names(change));
        }
    }

    private static List<string> Names(JsonElement members) => [.. members.EnumerateObject().Select(member => member.Name)];

    private string Console(string command, TemporaryFolder folder)
    {
        Run([.. command.Split(' ').Select(word => word == "datadog.yml" ? folder[word] : word)]).ShouldBe(0, Output);
        return $"```console\n$ macro {command}\n{Output}```";
    }

    [GeneratedRegex(@"```console\n\$ macro ([^\n]*)\n.*?```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
