using System.Text.Json;
using System.Xml.Linq;
using Macro.Cli.Tests.Support;
using Macro.Cli.Yaml;
using Macro.Core.Configuration;
using Macro.Core.LogForwarding;

namespace Macro.Cli.Tests;

/// <summary>macro-template.yml is consistent with the code that it installs.</summary>
public class InstallTemplateTests
{
    private static readonly JsonElement Template = Read();

    private static JsonElement Function => Template.GetProperty("Resources").GetProperty(nameof(Function)).GetProperty("Properties");

    [Fact]
    public void Variables_Defaults_AreOfTheCatalogAndNamedLikeTheirParameters()
    {
        var variables = Function.GetProperty("Environment").GetProperty("Variables").EnumerateObject();
        foreach (var variable in variables.Where(variable => variable.Name != LogGroupPrefixes.Variable))
        {
            var parameter = ParameterCatalog.All.Single(parameter => parameter.ProcessVariable == variable.Name);
            variable.Value.GetProperty("Ref").GetString().ShouldBe(char.ToUpperInvariant(parameter.Name[0]) + parameter.Name[1..]);
        }
    }

    [Fact]
    public void Parameters_ThatFeedVariables_MayBeLeftOut()
    {
        foreach (var variable in Function.GetProperty("Environment").GetProperty("Variables").EnumerateObject())
            Parameter(variable.Value.GetProperty("Ref").GetString()!).TryGetProperty("Default", out _).ShouldBeTrue(variable.Name);
    }

    [Fact]
    public void Parameters_Defaults_AreThoseOfTheCode()
    {
        Parameter("FunctionName").GetProperty("Default").GetString().ShouldBe(LogGroupsResource.StandardFunction);
        Parameter("LogGroupPrefixes").GetProperty("Default").GetString().ShouldBe(LogGroupPrefixes.Standard);
    }

    [Fact]
    public void Version_Output_IsTheProjects()
    {
        var version = XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("Version").Single().Value;

        Template.GetProperty("Outputs").GetProperty("Version").GetProperty("Value").GetString().ShouldBe(version);
    }

    [Fact]
    public void Code_OfARelease_IsTheProjectsVersionForTheArchitecture()
    {
        var version = XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("Version").Single().Value;
        var key = Function.GetProperty("Code").GetProperty("S3Key").GetProperty("Fn::If");

        key[0].GetString().ShouldBe("HasOwnBucket");
        key[2].GetProperty("Fn::Sub").GetString().ShouldBe($"datadog-macro/{version}/macro-lambda-${{Architecture}}.zip");
        Template.GetProperty("Metadata").GetProperty("AWS::ServerlessRepo::Application").GetProperty("SemanticVersion").GetString()
            .ShouldBe(version);
    }

    [Fact]
    public void Architecture_OfTheFunction_IsTheParameter()
    {
        Function.GetProperty("Architectures")[0].GetProperty("Ref").GetString().ShouldBe("Architecture");
        Parameter("Architecture").GetProperty("AllowedValues").EnumerateArray().Select(value => value.GetString())
            .ShouldBe(["x86_64", "arm64"]);
    }

    [Fact]
    public void Template_Needs_NoTransformAndNoNamedIamResource()
    {
        Template.TryGetProperty("Transform", out _).ShouldBeFalse();
        Template.GetProperty("Resources").GetProperty("Role").GetProperty("Properties").TryGetProperty("RoleName", out _).ShouldBeFalse();
    }

    private static JsonElement Parameter(string name) => Template.GetProperty("Parameters").GetProperty(name);

    private static JsonElement Read()
    {
        var path = Repository.PathOf("macro-template.yml");
        return JsonDocument.Parse(CloudFormationYaml.Read(File.ReadAllText(path), path).Json).RootElement;
    }
}
