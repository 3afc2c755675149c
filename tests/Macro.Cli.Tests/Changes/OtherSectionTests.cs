using System.Text.Json;
using Macro.Cli.Hosting;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Changes;

/// <summary>Changes outside of the section <c>Resources</c> are shown in every format.</summary>
public sealed class OtherSectionTests : IDisposable
{
    /// <summary>An alias and an output that refer to a version, whose logical id changes; a condition that two functions need.</summary>
    private const string Template =
        """
        Transform:
          Name: DatadogServerless
          Parameters: {addOutputs: true, republishVersions: true, service: orders}
        Resources:
          Orders: {Type: AWS::Lambda::Function, Properties: {Runtime: python3.13, Handler: app.run}}
          Version: {Type: AWS::Lambda::Version, Properties: {FunctionName: !Ref Orders}}
          Alias:
            Type: AWS::Lambda::Alias
            DependsOn: Version
            Properties: {FunctionName: !Ref Orders, FunctionVersion: !GetAtt Version.Version, Name: live}
        Outputs:
          Published: {Value: !Ref Version}
          Orders: {Value: !GetAtt Version.Version}

        """;

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("text")]
    [InlineData("text", "--full")]
    [InlineData("markdown")]
    [InlineData("markdown", "--full")]
    public void Diff_Outputs_AreListed(string format, params string[] options)
    {
        var output = CliRun.Of(["diff", _folder.Write("t.yaml", Template), "--format", format, .. options]).Output;

        output.ShouldContain(format == "text" ? "+ output  DatadogFunctions: {" : "+ output    DatadogFunctions: {");
        output.ShouldContain("output  ".PadRight(format == "text" ? 8 : 10) + "Published.Value: Version → VersionDatadog");
        output.ShouldContain("Changes 1 function, 2 other resources, 2 outputs; adds 1 resource, 1 output; ");
        output.ShouldContain("Writes the macro's report to Metadata.DatadogServerless.");
    }

    [Fact]
    public void Diff_Json_HasThePlaces()
    {
        var root = JsonDocument.Parse(CliRun.Of("diff", _folder.Write("t.yaml", Template), "--format", "json").Output).RootElement;

        root.GetProperty("otherSections").EnumerateArray()
            .Select(change => $"{change.GetProperty("section")} {change.GetProperty("name")} {change.GetProperty("paths")[0]}").ShouldBe(
            [
                "Outputs Published.Value Outputs.Published.Value.Ref",
                "Outputs Orders.Value Outputs.Orders.Value.Fn::GetAtt[0]",
                "Outputs DatadogFunctions Outputs.DatadogFunctions",
                "Metadata DatadogServerless Metadata.DatadogServerless",
            ], ignoreOrder: true);
        // An output may have the name of a resource.
        root.GetProperty("resources").EnumerateArray().Single(resource => resource.GetProperty("logicalId").GetString() == "Orders")
            .GetProperty("changes").EnumerateArray().ShouldAllBe(change => change.GetProperty("kind").GetString() != "output");
    }

    [Fact]
    public void Report_Outputs_AreListed()
    {
        var page = CliRun.Of("report", _folder.Write("t.yaml", Template), "-o", "-").Output;

        page.ShouldContain("<h2 id=\"sections\">Other sections</h2>");
        page.ShouldContain("<code>DatadogFunctions: ");
        page.ShouldContain("<code>DatadogServerless: report of version ");
    }

    [Fact]
    public void Diff_OnlyAnOutput_IsAChange()
    {
        var run = CliRun.Of("diff", _folder.Write("t.yaml", """
            Transform: {Name: DatadogServerless, Parameters: {addOutputs: true, addLayers: false}}
            Resources:
              F: {Type: AWS::Lambda::Function, Properties: {Runtime: python3.13, Handler: app.run}}
              M: {Type: AWS::SNS::Topic}

            """), "--set", "exclude=F", "--exit-code");

        run.Output.ShouldContain("Changes nothing; adds 0 resources, 1 output; 0 warnings.");
        run.ExitCode.ShouldBe(ExitCode.Changed);
    }

    public void Dispose() => _folder.Dispose();
}
