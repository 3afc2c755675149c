using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Intrinsics;

namespace Macro.CloudFormation.Tests.Evaluation;

public sealed class EvaluatorTests
{
    private const string Template =
        """
        {
          "Parameters": {
            "Given": {"Type": "String", "Default": "default"}, "Defaulted": {"Type": "String", "Default": "default"},
            "Number": {"Type": "Number", "Default": 1.10},
            "Without": {"Type": "String"},
            "Secret": {"Type": "String", "NoEcho": true, "Default": "hunter2"},
            "SecretAsText": {"Type": "String", "NoEcho": "true", "Default": "hunter2"},
            "NotSecret": {"Type": "String", "NoEcho": "false", "Default": "seen"},
            "Ssm": {"Type": "AWS::SSM::Parameter::Value<String>", "Default": "/path"},
            "List": {"Type": "CommaDelimitedList", "Default": "a, b,c"}, "Numbers": {"Type": "List<Number>", "Default": "1,2"},
            "Empty": {"Type": "CommaDelimitedList", "Default": ""},
            "Malformed": "text"
          },
          "Mappings": {"M": {"us-east-1": {"name": "east", "list": ["x", "y"], "number": 3}, "default": {"name": "other"}}},
          "Conditions": {
            "Yes": {"Fn::Equals": ["a", "a"]}, "No": {"Fn::Equals": ["a", "b"]},
            "ByParameter": {"Fn::Equals": [{"Ref": "Given"}, "given"]},
            "BySecret": {"Fn::Equals": [{"Ref": "Secret"}, "hunter2"]},
            "Alias": {"Condition": "Yes"},
            "Cycle": {"Fn::Not": [{"Condition": "CycleBack"}]},
            "CycleBack": {"Condition": "Cycle"},
            "Itself": {"Condition": "Itself"},
            "Malformed": ["a"]
          }
        }
        """;

    [Theory]
    [InlineData("\"text\"", "text")]
    [InlineData("1.10", "1.10")]
    [InlineData("true", "true")]
    [InlineData("null", null)]
    [InlineData("[]", null)]
    [InlineData("{}", null)]
    [InlineData("""{"a":1,"Ref":"Given"}""", null)]
    [InlineData("""{"Ref":"Given"}""", "given")]
    [InlineData("""{"Ref":"Defaulted"}""", "default")]
    [InlineData("""{"Ref":"Number"}""", "1.10")]
    [InlineData("""{"Ref":"Without"}""", null)]
    [InlineData("""{"Ref":"Secret"}""", null)]
    [InlineData("""{"Ref":"SecretAsText"}""", null)]
    [InlineData("""{"Ref":"NotSecret"}""", "seen")]
    [InlineData("""{"Ref":"Ssm"}""", null)]
    [InlineData("""{"Ref":"Malformed"}""", null)]
    [InlineData("""{"Ref":"Resource"}""", null)]
    [InlineData("""{"Ref":["Given"]}""", null)]
    [InlineData("""{"Ref":"AWS::Region"}""", "us-east-1")]
    [InlineData("""{"Ref":"AWS::AccountId"}""", "123456789012")]
    [InlineData("""{"Ref":"AWS::Partition"}""", "aws")]
    [InlineData("""{"Ref":"AWS::StackName"}""", null)]
    [InlineData("""{"Ref":"AWS::NoValue"}""", null)]
    [InlineData("""{"Fn::GetAtt":["F","Arn"]}""", null)]
    [InlineData("""{"Fn::ImportValue":"x"}""", null)]
    [InlineData("""{"Fn::Tomorrow":"x"}""", null)]
    public void Text_OfValueOrReference_IsWhatTheEventTells(string json, string? expected) => Text(json).ShouldBe(expected);

    [Theory]
    [InlineData("""["M",{"Ref":"AWS::Region"},"name"]""", "east")]
    [InlineData("""["M","us-east-1","number"]""", "3")]
    [InlineData("""[{"Fn::Sub":"M"},"default","name"]""", "other")]
    [InlineData("""["M","us-east-1","list"]""", null)]
    [InlineData("""["M","us-east-1","missing"]""", null)]
    [InlineData("""["M","missing","name"]""", null)]
    [InlineData("""["Missing","us-east-1","name"]""", null)]
    [InlineData("""["M",{"Ref":"Without"},"name"]""", null)]
    [InlineData("""["M","us-east-1"]""", null)]
    [InlineData("\"M\"", null)]
    public void Text_OfFindInMap_IsTheEntry(string argument, string? expected) =>
        Text($$"""{"Fn::FindInMap":{{argument}}}""").ShouldBe(expected);

    [Theory]
    [InlineData("\"plain\"", "plain")]
    [InlineData("\"${Given}-${AWS::Region}\"", "given-us-east-1")]
    [InlineData("\"${ Given }\"", "given")]
    [InlineData("\"${!Given}\"", "${Given}")]
    [InlineData("\"${Given\"", "${Given")]
    [InlineData("\"$Given {Given}\"", "$Given {Given}")]
    [InlineData("\"${Without}\"", null)]
    [InlineData("\"${Secret}\"", null)]
    [InlineData("\"${List}\"", null)]
    [InlineData("\"${F.Arn}\"", null)]
    [InlineData("\"${Number}\"", "1.10")]
    [InlineData("""["${own}/${Given}",{"own":{"Fn::Join":["+",["a","b"]]}}]""", "a+b/given")]
    [InlineData("""["${Given}",{"Given":"shadowed"}]""", "shadowed")]
    [InlineData("""["${own}",{"own":{"Ref":"Without"}}]""", null)]
    [InlineData("""["${a.b}",{"a.b":"dotted"}]""", "dotted")]
    [InlineData("""["x"]""", null)]
    [InlineData("""["x","y"]""", null)]
    [InlineData("""[{"Ref":"Given"},{}]""", null)]
    [InlineData("7", null)]
    public void Text_OfSub_IsTheTextFilledIn(string argument, string? expected) =>
        Text($$"""{"Fn::Sub":{{argument}}}""").ShouldBe(expected);

    [Theory]
    [InlineData("""["-",["a",{"Ref":"Given"},3]]""", "a-given-3")]
    [InlineData("""["",[]]""", "")]
    [InlineData("""[",",{"Ref":"List"}]""", "a,b,c")]
    [InlineData("""["-",["a",{"Ref":"AWS::NoValue"},"b"]]""", "a-b")]
    [InlineData("""["-",["a",{"Ref":"Without"}]]""", null)]
    [InlineData("""["-",["a",["b"]]]""", null)]
    [InlineData("""["-","a"]""", null)]
    [InlineData("""[["a"]]""", null)]
    [InlineData("\"a\"", null)]
    public void Text_OfJoin_IsTheTextsWithTheSeparatorBetween(string argument, string? expected) =>
        Text($$"""{"Fn::Join":{{argument}}}""").ShouldBe(expected);

    [Theory]
    [InlineData("""["0",["a","b"]]""", "a")]
    [InlineData("""[1,["a",{"Ref":"Given"}]]""", "given")]
    [InlineData("""[1,{"Fn::Split":[":","a:b:c"]}]""", "b")]
    [InlineData("""[{"Ref":"Index"},["a"]]""", null)]
    [InlineData("""[2,{"Ref":"List"}]""", "c")]
    [InlineData("""[2,["a","b"]]""", null)]
    [InlineData("""[-1,["a"]]""", null)]
    [InlineData("""["x",["a"]]""", null)]
    [InlineData("""["+0",["a"]]""", null)]
    [InlineData("""[0,[]]""", null)]
    [InlineData("""[0,"a"]""", null)]
    [InlineData("[0]", null)]
    public void Text_OfSelect_IsTheItem(string argument, string? expected) => Text($$"""{"Fn::Select":{{argument}}}""").ShouldBe(expected);

    [Theory]
    [InlineData("""{"Fn::Split":[",","a,b"]}""", "a|b")]
    [InlineData("""{"Fn::Split":[",","a"]}""", "a")]
    [InlineData("""{"Fn::Split":["--",{"Fn::Sub":"a--${Given}"}]}""", "a|given")]
    [InlineData("""{"Fn::Split":["","a"]}""", null)]
    [InlineData("""{"Fn::Split":[",",{"Ref":"Without"}]}""", null)]
    [InlineData("""{"Fn::Split":[","]}""", null)]
    [InlineData("""{"Ref":"List"}""", "a|b|c")]
    [InlineData("""{"Ref":"Numbers"}""", "1|2")]
    [InlineData("""{"Ref":"Empty"}""", "")]
    [InlineData("""{"Ref":"Given"}""", null)]
    [InlineData("""{"Fn::FindInMap":["M","us-east-1","list"]}""", "x|y")]
    [InlineData("""["a",{"Fn::If":["Yes","b","c"]},{"Fn::If":["No","d",{"Ref":"AWS::NoValue"}]}]""", "a|b")]
    [InlineData("""["a",{"Ref":"Without"}]""", null)]
    [InlineData("""["a",null]""", null)]
    [InlineData("""["a",{}]""", null)]
    [InlineData("\"a\"", null)]
    public void Texts_OfList_AreItsItems(string json, string? expected)
    {
        (Evaluator().Texts(JsonText.Read(json)) is { } texts ? string.Join('|', texts) : null).ShouldBe(expected);
    }

    [Theory]
    [InlineData("""["Yes","t","f"]""", "t")]
    [InlineData("""["No","t","f"]""", "f")]
    [InlineData("""["Alias","t","f"]""", "t")]
    [InlineData("""["ByParameter","t","f"]""", "t")]
    [InlineData("""["BySecret","t","f"]""", null)]
    [InlineData("""["Cycle","t","f"]""", null)]
    [InlineData("""["CycleBack","t","f"]""", null)]
    [InlineData("""["Itself","t","f"]""", null)]
    [InlineData("""["Malformed","t","f"]""", null)]
    [InlineData("""["Missing","t","f"]""", null)]
    [InlineData("""["Yes","t"]""", null)]
    [InlineData("""["Yes",{"Fn::If":["No","a",{"Ref":"Given"}]},"f"]""", "given")]
    [InlineData("""["Yes",{"Ref":"AWS::NoValue"},"f"]""", null)]
    [InlineData("\"Yes\"", null)]
    public void Text_OfIf_IsTheBranchOfItsCondition(string argument, string? expected) =>
        Text($$"""{"Fn::If":{{argument}}}""").ShouldBe(expected);

    [Theory]
    [InlineData("""{"Fn::Equals":["a","a"]}""", "true")]
    [InlineData("""{"Fn::Equals":[1,"1"]}""", "true")]
    [InlineData("""{"Fn::Equals":["a","A"]}""", "false")]
    [InlineData("""{"Fn::Equals":["a",{"Ref":"Without"}]}""", null)]
    [InlineData("""{"Fn::Equals":["a",["a"]]}""", null)]
    [InlineData("""{"Fn::Equals":["a"]}""", null)]
    [InlineData("""{"Fn::Not":[{"Condition":"Yes"}]}""", "false")]
    [InlineData("""{"Fn::Not":[{"Condition":"BySecret"}]}""", null)]
    [InlineData("""{"Fn::Not":[]}""", null)]
    [InlineData("""{"Fn::And":[{"Condition":"Yes"},{"Condition":"Yes"}]}""", "true")]
    [InlineData("""{"Fn::And":[{"Condition":"Yes"},{"Condition":"No"}]}""", "false")]
    [InlineData("""{"Fn::And":[{"Condition":"BySecret"},{"Condition":"No"}]}""", "false")]
    [InlineData("""{"Fn::And":[{"Condition":"BySecret"},{"Condition":"Yes"}]}""", null)]
    [InlineData("""{"Fn::Or":[{"Condition":"No"},{"Condition":"No"}]}""", "false")]
    [InlineData("""{"Fn::Or":[{"Condition":"BySecret"},{"Condition":"Yes"}]}""", "true")]
    [InlineData("""{"Fn::Or":[{"Condition":"BySecret"},{"Condition":"No"}]}""", null)]
    [InlineData("""{"Fn::Or":"Yes"}""", null)]
    [InlineData("""{"Condition":"Yes"}""", "true")]
    [InlineData("""{"Condition":"Missing"}""", null)]
    public void Text_OfConditionFunction_IsThreeValued(string json, string? expected) => Text(json).ShouldBe(expected);

    [Fact]
    public void Evaluate_NoValue_IsNoValueItself() =>
        Intrinsic.IsNoValue(Evaluator().Evaluate(JsonText.Read("""{"Ref":"AWS::NoValue"}"""))).ShouldBeTrue();

    private static Evaluator Evaluator() => TestEvaluator.Create(Template, """{"Given":"given"}""");

    private static string? Text(string json) => Evaluator().Text(JsonText.Read(json));
}
