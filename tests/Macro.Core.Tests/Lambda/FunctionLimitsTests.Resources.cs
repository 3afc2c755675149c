using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Lambda;

/// <content>The limits of the resources beside a function: roles, log groups and state machines.</content>
public sealed partial class FunctionLimitsTests
{
    [Theory]
    [InlineData(10_098, "", "")]
    [InlineData(10_099, "", "DD608 R")]
    [InlineData(10_098, " ", "")]
    public void Check_InlinePoliciesOfARole_AreBounded(int length, string space, string codes)
    {
        var document = "{\"A\":\"" + new string('x', length) + space + "\"}";
        string Codes(string role, string more) => string.Join(',', MacroRun.OfFunction(
            """{"Runtime":"provided","Role":{"Fn::GetAtt":["R","Arn"]}}""", """{"enableXrayTracing":true}""",
            ",\"R\":{\"Type\":\"AWS::IAM::Role\",\"Properties\":" + role + "}" + more).Codes);
        string Attached(string type) =>
            ",\"P\":{\"Type\":\"" + type + "\",\"Properties\":{\"Roles\":[{\"Ref\":\"R\"}],\"PolicyDocument\":" + document + "}}";

        Codes("{\"Policies\":[{\"PolicyName\":\"P\",\"PolicyDocument\":" + document + "}]}", "").ShouldBe(codes);
        Codes("{}", Attached("AWS::IAM::Policy")).ShouldBe(codes);
        Codes("{}", Attached("AWS::IAM::ManagedPolicy")).ShouldBe("");
    }

    /// <summary>Names that we derive from a user's are shortened; the user's own are not changed.</summary>
    [Fact]
    public void Check_LongLogicalIds_DerivedNamesAreShortened()
    {
        var id = new string('F', 250);
        var run = MacroRun.Of(
            "{\"Resources\":{\"" + id + "\":{\"Type\":\"AWS::Lambda::Function\",\"Properties\":{\"Runtime\":\"provided\"}},\""
                + id.Replace('F', 'M') + "\":{\"Type\":\"AWS::StepFunctions::StateMachine\",\"Properties\":{\"RoleArn\":{\"Fn::GetAtt\":"
                + "[\"R\",\"Arn\"]},\"Definition\":{}}},\"R\":{\"Type\":\"AWS::IAM::Role\",\"Properties\":{}}}}",
            """
            {"forwarderArn":"arn:aws:lambda:us-east-1:123456789012:function:f",
              "stepFunctionForwarderArn":"arn:aws:lambda:us-east-1:123456789012:function:f"}
            """);

        var names = run.Fragment.GetProperty("Resources").EnumerateObject().Select(resource => resource.Name).ToList();
        names.ShouldContain(id);
        names.Count.ShouldBe(7);
        names.ShouldAllBe(name => name.Length <= 255);
        run.Properties("R").GetProperty("Policies")[0].GetProperty("PolicyName").GetString()!.Length.ShouldBe(128);
    }

    [Theory]
    [InlineData("""[{"A":1}]""", "")]
    [InlineData("""[{"A":1},{"B":1}]""", "DD607 M")]
    [InlineData("""[{"Fn::If":["C",{"A":1},{"Ref":"AWS::NoValue"}]},{"Fn::If":["C",{"Ref":"AWS::NoValue"},{"A":1}]}]""", "")]
    [InlineData("""{"Fn::If":["C",[{"A":1}],[{"A":1},{"B":1}]]}""", "DD607 M")]
    public void Check_LogDestinations_AreOneAtMost(string destinations, string codes)
    {
        var run = MacroRun.Of(
            "{\"Resources\":{\"M\":{\"Type\":\"AWS::StepFunctions::StateMachine\",\"Properties\":{\"RoleArn\":\"arn:aws:iam::1:role/r\","
                + "\"Definition\":{},\"LoggingConfiguration\":{\"Level\":\"ALL\",\"IncludeExecutionData\":true,\"Destinations\":"
                + destinations + "}}}}}",
            """{"stepFunctionForwarderArn":"arn:aws:lambda:us-east-1:123456789012:function:f"}""");

        string.Join(',', run.Codes.Where(code => code.StartsWith("DD6", StringComparison.Ordinal))).ShouldBe(codes);
    }
}
