using Macro.Core.Configuration;

namespace Macro.Core.Tests.Configuration;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("pythonLayerversion", "pythonLayerVersion")]
    [InlineData("PYTHONLAYERVERSION", "pythonLayerVersion")]
    [InlineData("pyhtonLayerVersion", "pythonLayerVersion")]
    [InlineData("addLayer", "addLayers")]
    [InlineData("forwardArn", "forwarderArn")]
    [InlineData("enableDDTrace", "enableDDTracing")]
    [InlineData("Service", "service")]
    [InlineData("enableDatadogTracin", "enableDatadogTracing")]
    [InlineData("addLay", "addLayers")]
    [InlineData("addLa", null)]
    [InlineData("xyz", null)]
    [InlineData("", null)]
    [InlineData("somethingElseEntirely", null)]
    public void Of_MistypedName_IsTheOneMeant(string name, string? expected) =>
        NearestName.Find(name, ParameterCatalog.Names).ShouldBe(expected);

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Of_LongName_IsTriedUpTo64Characters(int length, bool isTried)
    {
        var name = new string('a', length);

        NearestName.Find(name, [name]).ShouldBe(isTried ? name : null);
    }

    [Fact]
    public void Of_HugeName_IsNotEvenTried() => NearestName.Find(new string('a', 100_000), ["aaaa"]).ShouldBeNull();
}
