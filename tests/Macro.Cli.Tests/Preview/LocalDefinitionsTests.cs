using System.Text;
using Macro.Cli.Preview;
using Macro.Cli.Tests.Support;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Cli.Tests.Preview;

/// <summary>Which files beside a template are read.</summary>
public sealed class LocalDefinitionsTests : IDisposable
{
    private const string Json = """{"StartAt":"A","States":{}}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("flow.asl.json")]
    [InlineData("./flow.asl.json")]
    [InlineData("below/../flow.asl.json")]
    [InlineData("below/flow.asl.json")]
    public void Read_FileInTheFolder_IsRead(string location)
    {
        _folder.Write("app/flow.asl.json", Json);
        _folder.Write("app/below/flow.asl.json", Json);

        var file = Read($"\"DefinitionUri\":\"{location}\"").ShouldNotBeNull();

        file.Location.ShouldBe(location);
        Encoding.UTF8.GetString(file.Json.Span).ShouldBe(Json);
    }

    [Theory]
    [InlineData("\"DefinitionS3Location\":\"flow.asl.json\"", true)]
    [InlineData("\"Definition\":{\"Fn::Transform\":{\"Name\":\"AWS::Include\",\"Parameters\":{\"Location\":\"flow.asl.json\"}}}", true)]
    [InlineData("\"Definition\":{\"Fn::Transform\":{\"Name\":\"Other\",\"Parameters\":{\"Location\":\"flow.asl.json\"}}}", false)]
    [InlineData("\"DefinitionUri\":{\"Bucket\":\"b\",\"Key\":\"flow.asl.json\"}", false)]
    [InlineData("\"DefinitionUri\":\"\"", false)]
    [InlineData("\"DefinitionUri\":\".\"", false)]
    [InlineData("\"DefinitionUri\":\"s3://b/flow.asl.json\"", false)]
    [InlineData("\"DefinitionUri\":\"missing.json\"", false)]
    [InlineData("\"DefinitionUri\":\"a\\u0000b\"", false)]
    public void Read_Property_IsUnderstood(string property, bool isRead)
    {
        _folder.Write("app/flow.asl.json", Json);

        (Read(property) is not null).ShouldBe(isRead);
    }

    [Fact]
    public void Read_Yaml_IsConverted()
    {
        _folder.Write("app/flow.asl.yaml", "StartAt: A\nStates: {}\n");

        Encoding.UTF8.GetString(Read("\"DefinitionUri\":\"flow.asl.yaml\"")!.Json.Span).ShouldBe(Json);
    }

    [Fact]
    public void Read_FileThatIsNeitherJsonNorYaml_IsLeftOut()
    {
        _folder.Write("app/flow.json", "{\"a\": [");

        Read("\"DefinitionUri\":\"flow.json\"").ShouldBeNull();
    }

    [Theory]
    [InlineData("../outside.json")]
    [InlineData("/etc/hostname")]
    [InlineData("linked.json")]
    [InlineData("linked/outside.json")]
    [InlineData("large.json")]
    [InlineData("/dev/zero")]
    [InlineData("pipe.json")]
    public void Read_FileOutsideOrUnsafe_IsNotRead(string location)
    {
        _folder.Write("outside.json", Json);
        _folder.Write("elsewhere/outside.json", Json);
        _folder.Write("app/large.json", new string(' ', 1 << 20) + Json);
        File.CreateSymbolicLink(_folder["app/linked.json"], _folder["outside.json"]);
        Directory.CreateSymbolicLink(_folder["app/linked"], _folder["elsewhere"]);
        using (var pipe = System.Diagnostics.Process.Start("mkfifo", [_folder["app/pipe.json"]])) pipe.WaitForExit();

        Read($"\"DefinitionUri\":\"{location}\"").ShouldBeNull();
    }

    [Fact]
    public void Read_StandardInput_HasNoFolder() =>
        LocalDefinitions.Read(Template("\"DefinitionUri\":\"Macro.sln\""), "-").ShouldBeEmpty();

    [Theory]
    [InlineData("diff", "template.yaml:6:7: warning ")]
    [InlineData("validate", "template.yaml:6:7: warning ")]
    [InlineData("transform", "template.yaml:6:7: warning ")]
    public void Command_OfATemplateWithAFile_SaysWhatADeploymentMisses(string command, string place)
    {
        _folder.Write("app/flow.asl.yaml", """
            StartAt: Charge
            States:
              Charge: {Type: Task, Resource: "arn:aws:states:::lambda:invoke", Parameters: {FunctionName: f}, End: true}
            """);
        var template = _folder.Write("app/template.yaml", """
            Transform: {Name: DatadogServerless, Parameters: {stepFunctionForwarderArn: "arn:aws:lambda:us-east-1:123456789012:function:f"}}
            Resources:
              M:
                Type: AWS::Serverless::StateMachine
                Properties:
                  DefinitionUri: flow.asl.yaml
            """);

        var run = CliRun.Of(command, template);

        (run.Output + run.Error).ShouldContain(
            $"{place}DD518 M: The definition is in flow.asl.yaml, which the macro cannot read in a deployment, so these "
            + "states get no trace context: Charge.");
    }

    private DefinitionFile? Read(string property)
    {
        _folder.Write("app/template.yaml", "");
        return LocalDefinitions.Read(Template(property), _folder["app/template.yaml"]).GetValueOrDefault("M");
    }

    private static ObjectNode Template(string property) => (ObjectNode)Node.Create(JsonIndex.Read(
        Encoding.UTF8.GetBytes(
            $$$"""{"Resources":{"M":{"Type":"AWS::Serverless::StateMachine","Properties":{{{{property}}}} } } }"""), 100).Root);
}
