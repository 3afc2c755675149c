using Macro.Core.Lambda.Languages;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Lambda;

public sealed class PinnedLayersTests
{
    private static readonly Dictionary<string, string> Pinned =
        PinnedLayers.All.ToDictionary(layer => layer.Subject, layer => layer.Version);

    [Theory]
    [InlineData("python3.13", "Datadog-Python313", "Python")]
    [InlineData("nodejs24.x", "Datadog-Node24-x", "Node.js")]
    [InlineData("java21", "dd-trace-java", "Java")]
    [InlineData("dotnet8", "dd-trace-dotnet", ".NET")]
    [InlineData("ruby3.4", "Datadog-Ruby3-4", "Ruby")]
    public void Run_NoVersion_AddsThePinnedLayersAndReportsThem(string runtime, string layer, string subject)
    {
        var run = MacroRun.OfFunction(
            $$"""{"Runtime":"{{runtime}}","Handler":"a.b"}""", """{"addExtension":true,"apiKeySecretArn":"arn:s"}""");

        run.Property("Layers").ShouldBe($"""["{Arn(layer, Pinned[subject])}","{Arn("Datadog-Extension", Pinned["extension"])}"]""");
        Reported(run).ShouldBe([$"{layer} {Pinned[subject]} pinned", $"Datadog-Extension {Pinned["extension"]} pinned"]);
    }

    [Fact]
    public void Run_VersionOfTheSettings_IsNotPinned()
    {
        var run = MacroRun.OfFunction("""{"Runtime":"python3.13","Handler":"a.b"}""", """{"pythonLayerVersion":7}""");

        Reported(run).ShouldBe(["Datadog-Python313 7 "]);
    }

    [Fact]
    public void Run_NoPublishedLayers_IsAnErrorDespitePins() =>
        MacroRun.OfFunction("""{"Runtime":"python3.13","Handler":"a.b"}""", "{}", region: "cn-north-1").Codes.ShouldBe(["DD303"]);

    [Fact]
    public void Run_GovCloud_UsesItsOwnAccount() =>
        MacroRun.OfFunction("""{"Runtime":"python3.13","Handler":"a.b"}""", "{}", region: "us-gov-west-1").Property("Layers")
            .ShouldBe($"""["arn:aws-us-gov:lambda:us-gov-west-1:002406178527:layer:Datadog-Python313:{Pinned["Python"]}"]""");

    private static string Arn(string layer, string version) => $"arn:aws:lambda:us-east-1:464622532012:layer:{layer}:{version}";

    private static IEnumerable<string> Reported(MacroRun run) =>
        run.Fragment.GetProperty("Metadata").GetProperty("DatadogServerless").GetProperty("Layers").EnumerateArray().Select(layer =>
            $"{layer.GetProperty("Name")} {layer.GetProperty("Version")} {(layer.TryGetProperty("Pinned", out _) ? "pinned" : "")}");
}
