using System.Text.Json;
using Macro.Cli.Tests.Deployed.Fakes;
using Macro.Core.Lambda.Languages;

namespace Macro.Cli.Tests.Deployed;

/// <summary><c>macro layers --check</c>.</summary>
public sealed class LayerCheckTests : DeployedTest
{
    private static readonly string[] Names = [.. PublishedLayers.PinnedIn(FakeCloud.Region).Select(arn => arn.Split(':')[^2])];

    [Fact]
    public void Check_EveryLayerIsThere_IsUsable()
    {
        Publish(newer: 0);

        Run("layers", "--check", "--region", FakeCloud.Region).ShouldBe(0, Output);

        Names.ShouldContain("Datadog-Python313-ARM");
        Names.ShouldContain("dd-trace-java");
        Names.ShouldContain("Datadog-Extension-ARM-FIPS");
        foreach (var name in Names) Output.ShouldContain($"{name} ");
        Output.ShouldContain($"{Names.Length} layers: {Names.Length} usable, 0 with newer versions.");
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(7, 7)]
    [InlineData(20, 20)]
    [InlineData(64, 64)]
    [InlineData(1000, 64)]
    public void Check_NewerVersions_AreFoundWithinTheBound(int newer, int found)
    {
        Publish(newer);

        Run("layers", "--check", "--region", FakeCloud.Region, "--format", "json").ShouldBe(0, Output);

        using var document = JsonDocument.Parse(Output);
        foreach (var layer in document.RootElement.GetProperty("layers").EnumerateArray())
            (layer.GetProperty("newest").GetInt32() - layer.GetProperty("pinned").GetInt32()).ShouldBe(found);
        Cloud.Requests.ShouldBeLessThanOrEqualTo(1 + 14 * Names.Length);
    }

    [Fact]
    public void Check_LayerThatCannotBeRead_IsNamedWithTheMissingRight()
    {
        Publish(newer: 0);
        Cloud.Lambda.Layers.TryRemove("dd-trace-java", out _);

        Run("layers", "--check", "--region", FakeCloud.Region).ShouldBe(1);

        Output.Split('\n').ShouldContain(line => line.StartsWith("dd-trace-java", StringComparison.Ordinal)
            && line.EndsWith("denied", StringComparison.Ordinal), Output);
        Output.ShouldContain("lambda:GetLayerVersion");
    }

    [Fact]
    public void Check_PartitionWithoutLayers_SaysSo()
    {
        Run("layers", "--check", "--region", "cn-north-1").ShouldBe(1);

        Output.ShouldContain("DD733");
        Cloud.Unsigned.Clear();
    }

    [Fact]
    public void Layers_Json_ListsThePinnedVersions()
    {
        Run("layers", "--format", "json").ShouldBe(0);

        JsonDocument.Parse(Output).RootElement.GetProperty("layers").GetArrayLength().ShouldBe(PinnedLayers.All.Count());
        Cloud.Requests.ShouldBe(0);
        Run("layers", "--region", "eu-west-3").ShouldBe(2);
        Output.ShouldContain("need --check");
    }

    private void Publish(int newer)
    {
        foreach (var name in Names) Cloud.Lambda.Layers[name] = PublishedLayers.FindPinnedVersion(name)!.Value + newer;
    }
}
