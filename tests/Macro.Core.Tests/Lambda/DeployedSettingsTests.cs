using System.Text;
using System.Text.Json;
using Macro.Core.Lambda;
using Macro.Core.Pipeline;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Lambda;

/// <summary>The settings of a host that instruments deployed functions.</summary>
public sealed class DeployedSettingsTests
{
    private static readonly MacroSettings Settings =
        new(new Dictionary<string, string>()) { Tool = "CLI", ReplacesOutdatedLayers = true };

    [Fact]
    public void Run_Tool_IsInTheTagAlsoForAFunctionOfSam() =>
        Property("\"Runtime\":\"provided\",\"Tags\":[{\"Key\":\"lambda:createdBy\",\"Value\":\"SAM\"}]", "Tags")
            .ShouldContain("{\"Key\":\"dd_sls_macro_by\",\"Value\":\"CLI\"}");

    [Theory]
    [InlineData("python3.12", "x86_64", "zz:7 Datadog-Python311:90 aa:1", "zz:7 Datadog-Python312:120 aa:1")]
    [InlineData("python3.12", "arm64", "zz:7 aa:1 Datadog-Python312:100", "zz:7 aa:1 Datadog-Python312-ARM:120")]
    [InlineData("python3.12", "x86_64", "Datadog-Node18-x:9 Datadog-Python312:1", "Datadog-Python312:120")]
    [InlineData("python3.12", "x86_64", "Datadog-Mine:9", "Datadog-Mine:9 Datadog-Python312:120")]
    public void Run_LayerOfAnotherRuntime_IsReplacedInPlaceAndComesBack(string runtime, string architecture, string layers, string expected)
    {
        var properties = $"\"Runtime\":\"{runtime}\",\"Handler\":\"h\",\"Architectures\":[\"{architecture}\"],\"Layers\":{Arns(layers)}";
        using var run = MacroTransform.RunRecorded(Event(Fragment(properties)), Settings);
        var fragment = Encoding.UTF8.GetString(run.Fragment!.Value.Span);
        Layers(fragment).ShouldBe(Arns(expected));

        using var reverted = MacroTransform.Revert(Event(fragment), Settings, run.Memories);

        if (layers.Split(' ').Count(layer => layer.StartsWith("Datadog-", StringComparison.Ordinal)) == 1)
            Layers(Encoding.UTF8.GetString(reverted.Fragment!.Value.Span)).ShouldBe(Arns(layers));
    }

    [Theory]
    [InlineData("python3.13", true)]
    [InlineData("provided.al2023", true)]
    [InlineData("nodejs10.x", false)]
    [InlineData("ruby2.7", false)]
    public void IsSupported_Runtime_SaysWhetherThereIsALibrary(string runtime, bool expected) =>
        FunctionFacts.IsSupported(runtime).ShouldBe(expected);

    private static string Property(string properties, string name)
    {
        using var run = MacroTransform.RunRecorded(Event(Fragment(properties)), Settings);
        using var document = JsonDocument.Parse(run.Fragment!.Value);
        return document.RootElement.GetProperty("Resources").GetProperty("F").GetProperty("Properties").GetProperty(name).GetRawText();
    }

    private static string Layers(string fragment)
    {
        using var document = JsonDocument.Parse(fragment);
        return document.RootElement.GetProperty("Resources").GetProperty("F").GetProperty("Properties").GetProperty("Layers").GetRawText();
    }

    private static string Fragment(string properties) =>
        $"{{\"Resources\":{{\"F\":{{\"Type\":\"AWS::Lambda::Function\",\"Properties\":{{{properties}}}}}}}}}";

    private static string Arns(string layers) =>
        $"[{string.Join(',', layers.Split(' ').Select(layer => $"\"arn:aws:lambda:us-east-1:464622532012:layer:{layer}\""))}]";

    private static byte[] Event(string fragment) => Encoding.UTF8.GetBytes(MacroRun.Event(fragment, """{"pythonLayerVersion":120}"""));
}
