using System.Reflection;
using Macro.Core.Configuration;

namespace Macro.Core.Tests.Configuration;

public sealed class ParameterCatalogTests
{
    [Fact]
    public void All_Parameters_AreEveryFieldOnce()
    {
        var fields = typeof(ParameterCatalog).GetFields(BindingFlags.NonPublic | BindingFlags.Static)
            .Where(field => field.FieldType == typeof(Parameter)).Select(field => (Parameter)field.GetValue(null)!);

        ParameterCatalog.All.ShouldBe(fields, ignoreOrder: true);
    }

    [Fact]
    public void All_ProcessVariables_AreDistinct() => ParameterCatalog.All.Select(parameter => parameter.ProcessVariable).ShouldBeUnique();

    /// <summary>
    /// A parameter that names a variable of the function has that variable as its process default, one of ours a name of ours.
    /// </summary>
    [Fact]
    public void All_ProcessVariables_FollowTheRule()
    {
        foreach (var parameter in ParameterCatalog.All)
        {
            if (!parameter.ProcessVariable.StartsWith("DD_MACRO_", StringComparison.Ordinal))
                parameter.Variables.ShouldBe([parameter.ProcessVariable]);
        }
    }

    [Fact]
    public void All_Replacements_AreNamesOfParameters() =>
        ParameterCatalog.All.SelectMany(parameter => parameter.Replaces).ShouldAllBe(name => ParameterCatalog.Find(name) != null);

    [Fact]
    public void All_Defaults_AreValuesThatTheParameterTakes()
    {
        foreach (var parameter in ParameterCatalog.All.Where(parameter => parameter.Default is not null))
        {
            if (parameter.Type == ParameterType.Flag) bool.TryParse(parameter.Default, out _).ShouldBeTrue(parameter.Name);
            else parameter.Choices.ShouldContain(parameter.Default!, parameter.Name);
        }
    }

    [Theory]
    [InlineData("useLayersFromAccount", "layersAccountId")]
    [InlineData("apiKmsKey", "apiKMSKey")]
    [InlineData("enableDatadogTracing", "enableDDTracing")]
    [InlineData("enableDatadogLogs", "enableDDLogs")]
    [InlineData("coldStartTraceMinDuration", "minColdStartTraceDuration")]
    [InlineData("isFIPSEnabled", "lambdaFips")]
    [InlineData("datadogAppSecMode", "appSecMode")]
    [InlineData("redirectHandler", "redirectHandlers")]
    [InlineData("Service", null)]
    public void Find_OtherSpelling_IsTheParameter(string name, string? expected) => (ParameterCatalog.Find(name)?.Name).ShouldBe(expected);

    [Theory]
    [InlineData("addLayers", "true or false")]
    [InlineData("layerVersion", "a whole number of at least 1")]
    [InlineData("apmFlushDeadline", "a whole number of at least 0")]
    [InlineData("containerImages", "skip, python, node, java, dotnet, ruby, other")]
    [InlineData("exclude", "an array of strings, or one string with commas")]
    [InlineData("service", "a string")]
    public void Accepts_EachType_IsInWords(string name, string expected) => ParameterCatalog.Find(name)!.Accepts.ShouldBe(expected);
}
