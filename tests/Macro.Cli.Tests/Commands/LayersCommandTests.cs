using System.Text.Json;
using Macro.Cli.Tests.Support;
using Macro.Core.Lambda.Languages;

namespace Macro.Cli.Tests.Commands;

public sealed class LayersCommandTests : IDisposable
{
    private const string Template = """
        Transform: {Name: DatadogServerless, Parameters: {nodeLayerVersion: 7, addExtension: true, apiKeySecretArn: a}}
        Resources:
          P: {Type: AWS::Lambda::Function, Properties: {Runtime: python3.13, Handler: a.b}}
          N: {Type: AWS::Lambda::Function, Properties: {Runtime: nodejs22.x, Handler: a.b}}
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Layers_Text_ListsEveryPinnedVersion()
    {
        var rows = CliRun.Of("layers").Output.TrimEnd('\n').Split('\n').Skip(1)
            .Select(line => line.Split("  ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

        rows.Select(cells => new PinnedLayer(cells[0], cells[2], cells[1])).ShouldBe(PinnedLayers.All);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    public void Diff_PinnedVersions_AreNamed(string format)
    {
        var run = CliRun.Of("diff", _folder.Write("a.yaml", Template), "--format", format);

        run.Output.ShouldContain(
            $"Pinned layer versions: Datadog-Python313 {Pinned("Python")}, Datadog-Extension {Pinned("extension")}.\n");
    }

    [Fact]
    public void Diff_Json_SaysWhichVersionsArePinned()
    {
        var run = CliRun.Of("diff", _folder.Write("a.yaml", Template), "--format", "json");

        var layers = JsonDocument.Parse(run.Output).RootElement.GetProperty("layers").EnumerateArray();
        layers.Select(layer => $"{layer.GetProperty("name")} {layer.GetProperty("version")} {layer.GetProperty("pinned")}").ShouldBe(
            [$"Datadog-Python313 {Pinned("Python")} True", $"Datadog-Extension {Pinned("extension")} True", "Datadog-Node22-x 7 False"]);
    }

    public void Dispose() => _folder.Dispose();

    private static string Pinned(string subject) => PinnedLayers.All.Single(layer => layer.Subject == subject).Version;
}
