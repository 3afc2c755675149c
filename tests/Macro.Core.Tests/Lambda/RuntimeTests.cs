using Macro.Core.Lambda.Languages;

namespace Macro.Core.Tests.Lambda;

public sealed class RuntimeTests
{
    [Theory]
    [InlineData("python2.7", "Python", "Datadog-Python27", null)]
    [InlineData("python3.6", "Python", "Datadog-Python36", null)]
    [InlineData("python3.7", "Python", "Datadog-Python37", null)]
    [InlineData("python3.8", "Python", "Datadog-Python38", "Datadog-Python38-ARM")]
    [InlineData("python3.9", "Python", "Datadog-Python39", "Datadog-Python39-ARM")]
    [InlineData("python3.13", "Python", "Datadog-Python313", "Datadog-Python313-ARM")]
    [InlineData("python3.99", "Python", "Datadog-Python399", "Datadog-Python399-ARM")]
    [InlineData("nodejs12.x", "Node.js", "Datadog-Node12-x", "Datadog-Node12-x")]
    [InlineData("nodejs22.x", "Node.js", "Datadog-Node22-x", "Datadog-Node22-x")]
    [InlineData("nodejs100.x", "Node.js", "Datadog-Node100-x", "Datadog-Node100-x")]
    [InlineData("ruby3.2", "Ruby", "Datadog-Ruby3-2", "Datadog-Ruby3-2-ARM")]
    [InlineData("ruby3.10", "Ruby", "Datadog-Ruby3-10", "Datadog-Ruby3-10-ARM")]
    [InlineData("ruby4.0", "Ruby", "Datadog-Ruby4-0", "Datadog-Ruby4-0-ARM")]
    [InlineData("java8", "Java", "dd-trace-java", "dd-trace-java")]
    [InlineData("java8.al2", "Java", "dd-trace-java", "dd-trace-java")]
    [InlineData("java25", "Java", "dd-trace-java", "dd-trace-java")]
    [InlineData("dotnet6", ".NET", "dd-trace-dotnet", "dd-trace-dotnet-ARM")]
    [InlineData("dotnet10", ".NET", "dd-trace-dotnet", "dd-trace-dotnet-ARM")]
    public void Parse_RuntimeWithALibrary_NamesItsLayers(string identifier, string language, string layer, string? armLayer)
    {
        var runtime = Runtime.Parse(identifier);

        (runtime.Identifier, runtime.Language?.Name, runtime.LayerName, runtime.ArmLayerName).ShouldBe(
            (identifier, language, layer, armLayer));
    }

    [Theory]
    [InlineData("provided")]
    [InlineData("provided.al2023")]
    [InlineData("go1.x")]
    [InlineData("nodejs")]
    [InlineData("nodejs4.3")]
    [InlineData("nodejs8.10")]
    [InlineData("nodejs10.x")]
    [InlineData("nodejs22")]
    [InlineData("nodejs22.x-edge")]
    [InlineData("nodejs22.y")]
    [InlineData("python3")]
    [InlineData("python3.5")]
    [InlineData("python2.6")]
    [InlineData("python4.0")]
    [InlineData("python3.x")]
    [InlineData("python3.12-beta")]
    [InlineData("python3.99999999999999999999")]
    [InlineData("ruby2.7")]
    [InlineData("ruby3.1")]
    [InlineData("ruby3")]
    [InlineData("java7")]
    [InlineData("java11.5")]
    [InlineData("java11.al3")]
    [InlineData("javascript")]
    [InlineData("dotnetcore3.1")]
    [InlineData("dotnet5")]
    [InlineData("dotnet8.0")]
    [InlineData("Python3.12")]
    [InlineData("")]
    public void Parse_AnythingElse_HasNoLibrary(string identifier) =>
        Runtime.Parse(identifier).ShouldBe(new Runtime(identifier, null, null, null));
}
