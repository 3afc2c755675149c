using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Templates;

namespace Macro.CloudFormation.Tests.Evaluation;

public sealed class SymbolicEvaluatorTests
{
    private const string Json =
        """
        {
          "Parameters": {
            "Given": {"Type": "String", "Default": "given"},
            "Unset": {"Type": "String"},
            "List": {"Type": "CommaDelimitedList", "Default": "a,b"}
          },
          "Conditions": {
            "Yes": {"Fn::Equals": ["a", "a"]},
            "Unknown": {"Fn::Equals": [{"Ref": "Unset"}, "a"]}
          },
          "Resources": {
            "Named": {"Type": "AWS::Lambda::Function", "Properties": {"FunctionName": {"Fn::Sub": "${AWS::StackName}-${Given}"}}},
            "Serverless": {"Type": "AWS::Serverless::Function", "Properties": {"FunctionName": "sam"}},
            "Unnamed": {"Type": "AWS::Lambda::Function", "Properties": {}},
            "Group": {"Type": "AWS::Logs::LogGroup", "Properties": {"LogGroupName": {"Fn::Join": ["/", ["/aws", {"Ref": "Named"}]]}}},
            "Retention": {"Type": "Custom::LogRetention", "Properties": {"LogGroupName": {"Ref": "Group"}}},
            "Self": {"Type": "AWS::Logs::LogGroup", "Properties": {"LogGroupName": {"Fn::Sub": "a${Self}"}}},
            "Table": {"Type": "AWS::DynamoDB::Table", "Properties": {"FunctionName": "ignored"}}
          }
        }
        """;

    [Theory]
    [InlineData("\"plain\"", "plain")]
    [InlineData("7", "7")]
    [InlineData("""{"Ref":"Given"}""", "given")]
    [InlineData("""{"Ref":"Unset"}""", "${Unset}")]
    [InlineData("""{"Ref":"List"}""", "${List}")]
    [InlineData("""{"Ref":"AWS::Region"}""", "us-east-1")]
    [InlineData("""{"Ref":"AWS::StackName"}""", "${AWS::StackName}")]
    [InlineData("""{"Ref":"AWS::NoValue"}""", "${AWS::NoValue}")]
    [InlineData("""{"Ref":"Named"}""", "${AWS::StackName}-given")]
    [InlineData("""{"Ref":"Serverless"}""", "sam")]
    [InlineData("""{"Ref":"Unnamed"}""", "${Unnamed}")]
    [InlineData("""{"Ref":"Table"}""", "${Table}")]
    [InlineData("""{"Ref":"Group"}""", "/aws/${AWS::StackName}-given")]
    [InlineData("""{"Ref":"Self"}""", "a${Self}")]
    [InlineData("""{"Fn::GetAtt":["Retention","LogGroupName"]}""", "/aws/${AWS::StackName}-given")]
    [InlineData("""{"Fn::GetAtt":"Named.Arn"}""", "${Named.Arn}")]
    [InlineData("""{"Fn::GetAtt":["Missing","LogGroupName"]}""", "${Missing.LogGroupName}")]
    public void Read_ValueOrReference_IsItsNameOrAPlaceholder(string json, string expected) => Read(json).ShouldBe(expected);

    [Theory]
    [InlineData("""{"Fn::Sub":"/aws/lambda/${Unnamed}"}""", "/aws/lambda/${Unnamed}")]
    [InlineData("""{"Fn::Sub":"${Group}:${Named.Arn}:${!Given}"}""", "/aws/${AWS::StackName}-given:${Named.Arn}:${Given}")]
    [InlineData("""{"Fn::Sub":["${x}",{"x":{"Fn::Join":["-",["a",{"Ref":"Unset"}]]}}]}""", "a-${Unset}")]
    [InlineData("""{"Fn::Join":["-",["a",{"Ref":"Unset"},{"Ref":"AWS::NoValue"},{"Fn::Sub":"${Serverless}"}]]}""", "a-${Unset}-sam")]
    [InlineData("""{"Fn::Join":[",",{"Ref":"List"}]}""", "a,b")]
    [InlineData("""{"Fn::If":["Yes",{"Ref":"Unset"},"b"]}""", "${Unset}")]
    [InlineData("""{"Fn::Select":[1,["a",{"Ref":"Given"}]]}""", "given")]
    [InlineData("""{"Fn::Select":[0,[{"Ref":"Unset"}]]}""", "${Unset}")]
    [InlineData("""{"Fn::Select":[1,{"Fn::Split":["-",{"Ref":"Given"}]}]}""", """{"Fn::Select":[1,{"Fn::Split":["-",{"Ref":"Given"}]}]}""")]
    [InlineData("""{"Fn::Select":[6,{"Fn::Split":[":",{"Fn::GetAtt":["Group","Arn"]}]}]}""", "/aws/${AWS::StackName}-given")]
    public void Read_TextOfParts_ComposesWhatIsKnown(string json, string expected) => Read(json).ShouldBe(expected);

    [Theory]
    [InlineData("""{"Fn::ImportValue":"x"}""")]
    [InlineData("""{"Fn::If":["Unknown","a","b"]}""")]
    [InlineData("""{"Fn::Join":[{"Ref":"Unset"},["a","b"]]}""")]
    [InlineData("""{"Fn::Select":[0,{"Fn::Split":["-",{"Ref":"Unset"}]}]}""")]
    public void Read_ExpressionThatCannotBeInterpreted_IsItsJson(string json)
    {
        Read(json).ShouldBe(json);
        Read($$"""{"Fn::If":["Yes",{{json}},"b"]}""").ShouldBe(json);
        Read($$"""{"Fn::Sub":["a-${x}",{"x":{{json}}}]}""").ShouldBe($"a-{json}");
    }

    [Fact]
    public void Read_LongName_IsItsJson()
    {
        var name = new string('x', 512);

        Read($"\"{name}\"").ShouldBe(name);
        Read($"\"{name}x\"").ShouldBe($"\"{name}x\"");
    }

    [Fact]
    public void Ref_OfAResource_IsWhatRefGives()
    {
        var names = Create();

        (names.Ref("Named"), names.Ref("Unnamed"), names.Ref("Missing")).ShouldBe(("${AWS::StackName}-given", "${Unnamed}", "${Missing}"));
    }

    [Fact]
    public void Ref_OfAVeryLongChainOfNames_EndsWithoutOverflow()
    {
        var groups = Enumerable.Range(0, 20_000).Select(i =>
            $$$"""
            "G{{{i}}}": {"Type": "AWS::Logs::LogGroup", "Properties": {"LogGroupName": {"Ref": "G{{{i + 1}}}" } } }
            """);
        var json = $$"""{ "Resources": { {{string.Join(',', groups)}} } }""";
        var names = new SymbolicEvaluator(Template.Open(JsonText.Read(json))!, TestEvaluator.Create(json));

        names.Ref("G0").ShouldStartWith("{\"Ref\": \"G");
        names.Ref("G19990").ShouldBe("${G20000}");
    }

    private static string Read(string json) => Create().Read(JsonText.Read(json));

    private static SymbolicEvaluator Create() => new(Template.Open(JsonText.Read(Json))!, TestEvaluator.Create(Json));
}
