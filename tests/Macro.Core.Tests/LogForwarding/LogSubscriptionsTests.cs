using static Macro.Core.Tests.LogForwarding.Stack;

namespace Macro.Core.Tests.LogForwarding;

public class LogSubscriptionsTests
{
    public static TheoryData<string> ForwarderReferences =>
    [
        $"\"{Deployed.Forwarder}\"",
        $"\"{Deployed.Forwarder}:live\"",
        """{"Fn::GetAtt":["Fwd","Arn"]}""",
        """{"Fn::GetAtt":"Fwd.Arn"}""",
        """{"Fn::Sub":"${Fwd.Arn}"}""",
        """{"Fn::Sub":"arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:${Fwd}"}""",
        """{"Fn::Join":["",["arn:aws:lambda:",{"Ref":"AWS::Region"},":123456789012:function:",{"Ref":"Fwd"}]]}""",
        """{"Ref":"Live"}""",
    ];

    [Theory, MemberData(nameof(ForwarderReferences))]
    public void Add_ForwarderInTheTemplate_IsNotSubscribedToItself(string reference)
    {
        const string alias =
            """ "Live":{"Type":"AWS::Lambda::Alias","Properties":{"FunctionName":{"Ref":"Fwd"},"FunctionVersion":"1","Name":"live"}}""";

        var stack = Of(Function("F"), Function("Fwd", "\"FunctionName\":\"datadog-forwarder\""), alias);

        var deployed = (stack with { ForwarderArn = reference }).Deploy();

        deployed.Filters.ShouldBe([$$"""FDatadogLogSubscription: {"Fn::Sub":"/aws/lambda/${F}"} after {{Deployed.CustomResource}}"""]);
        deployed.NamesToMake.ShouldBe(["""{"Fn::Sub":"/aws/lambda/${F}"}"""]);
        deployed.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Add_GroupSharedWithTheForwarder_IsNotSubscribed()
    {
        const string shared = """ "LoggingConfig":{"LogGroup":{"Ref":"G"}}""";

        var stack = Of(Function("F", shared), Function("Fwd", shared), LogGroup("G")) with { Parameters = ",\"exclude\":[\"Fwd\"]" };

        var deployed = (stack with { ForwarderArn = """{"Fn::GetAtt":["Fwd","Arn"]}""" }).Deploy();

        deployed.Filters.ShouldBeEmpty();
        deployed.Warnings.ShouldBe(["DD403 F"]);
        deployed.Messages.ShouldHaveSingleItem().ShouldStartWith("The forwarder writes to log group G itself");
    }

    /// <summary>Parts of the forwarder's name or of the function's are unknown, or it is one branch of a condition.</summary>
    [Theory]
    [InlineData("\"arn:aws:lambda:us-east-1:123456789012:function:prod-forwarder\"", """{"Fn::Sub":"${Unknown}-forwarder"}""", true)]
    [InlineData("""{"Fn::Sub":"arn:aws:lambda:us-east-1:123456789012:function:${Unknown}-forwarder"}""", "\"prod-forwarder\"", true)]
    [InlineData(
        """{"Fn::Sub":"arn:aws:lambda:us-east-1:123456789012:function:${AWS::StackName}-forwarder"}""",
        """{"Fn::Sub":"${AWS::StackName}-forwarder"}""", false)]
    [InlineData(
        """{"Fn::Sub":"arn:aws:lambda:us-east-1:123456789012:function:${AWS::StackName}-forwarder"}""",
        """{"Fn::Join":["-",[{"Ref":"AWS::StackName"},{"Fn::ImportValue":"name"}]]}""", true)]
    [InlineData("\"arn:aws:lambda:us-east-1:123456789012:function:shop-Fwd-1A2B3C4D5E6F\"", null, true)]
    [InlineData("""{"Fn::If":["C",{"Fn::GetAtt":["Fwd","Arn"]},{"Ref":"Unknown"}]}""", null, false)]
    [InlineData(
        """{"Fn::Sub":["arn:aws:lambda:us-east-1:123456789012:function:${N}",{"N":{"Fn::If":["C",{"Ref":"Fwd"},"other"]}}]}""",
        null, false)]
    [InlineData(
        "\"arn:aws:lambda:us-east-1:123456789012:function:mine\"", """{"Fn::If":["C","mine",{"Ref":"AWS::NoValue"}]}""", false)]
    public void Add_ForwarderThatMayBeInTheTemplate_IsNotSubscribedToItself(string arn, string? name, bool isWarned)
    {
        var stack = Of(
            Function("F", "\"FunctionName\":\"orders\""), Function("App"),
            Function("Fwd", name is null ? "" : $"\"FunctionName\":{name}")) with
        {
            ForwarderArn = arn,
            Sections = """ "Conditions":{"C":{"Fn::Equals":[{"Ref":"AWS::StackId"},"x"]}},""",
        };

        var deployed = stack.Deploy();

        deployed.Filters.Select(filter => filter.Split(':')[0]).ShouldBe(["FDatadogLogSubscription", "AppDatadogLogSubscription"]);
        deployed.Warnings.ShouldBe(isWarned ? ["DD406 Fwd"] : []);
    }

    [Theory]
    [InlineData("""{"Ref":"Unknown"}""", """{"Ref":"Unknown2"}""")]
    [InlineData("""{"Fn::ImportValue":"forwarder"}""", """{"Fn::Sub":"${AWS::StackName}-orders"}""")]
    [InlineData("""{"Fn::Sub":"arn:aws:lambda:us-east-1:1:function:${Unknown}"}""", "\"orders\"")]
    [InlineData("\"arn:aws:lambda:us-east-1:123456789012:function:forwarder\"", """{"Fn::Sub":"${AWS::StackName}-orders"}""")]
    [InlineData("\"arn:aws:lambda:us-east-1:123456789012:function:forwarder\"", """{"Ref":"Unknown"}""")]
    public void Add_NamesThatSayNothing_AreNoForwarder(string arn, string name) =>
        (Of(Function("F", $"\"FunctionName\":{name}")) with { ForwarderArn = arn }).Deploy().Filters.Count().ShouldBe(1);

    [Fact]
    public void Add_ForwarderInTheTemplate_IsAllowedToBeInvokedFirst()
    {
        static string Permission(string id, string function, string principal, string source = "") =>
            $"\"{id}\":{{\"Type\":\"AWS::Lambda::Permission\",\"Properties\":{{\"Action\":\"lambda:InvokeFunction\","
            + $"\"FunctionName\":{function},\"Principal\":{principal}{source}}}}}";
        var stack = Of(
            Function("F"), Function("H"), Function("Fwd"), LogGroup("G", """{"Fn::Sub":"/aws/lambda/${F}"}"""),
            Permission("ForAll", """{"Ref":"Fwd"}""", """{"Fn::Sub":"logs.${AWS::Region}.amazonaws.com"}"""),
            Permission(
                "ForG", """{"Fn::GetAtt":["Fwd","Arn"]}""", "\"logs.amazonaws.com\"", """ ,"SourceArn":{"Fn::GetAtt":["G","Arn"]} """),
            Permission("OfOther", """{"Ref":"F"}""", "\"logs.amazonaws.com\""),
            Permission("ForS3", """{"Ref":"Fwd"}""", "\"s3.amazonaws.com\""));

        (stack with { ForwarderArn = """{"Fn::GetAtt":["Fwd","Arn"]}""" }).Deploy().Filters.ShouldBe(
        [
            """FDatadogLogSubscription: {"Ref":"G"} after ["ForAll","ForG"]""",
            $$"""HDatadogLogSubscription: {"Fn::Sub":"/aws/lambda/${H}"} after ["{{Deployed.CustomResource}}","ForAll"]""",
        ]);
    }

    [Fact]
    public void Add_TemplateOf200Functions_GivesEachItsFilter()
    {
        var functions = Enumerable.Range(0, 200).Select(i => Function($"F{i}")).ToArray();

        var deployed = Of(functions).Deploy();

        deployed.Filters.Count().ShouldBe(200);
        deployed.NamesToMake.Count().ShouldBe(200);
    }

    [Fact]
    public void Add_MoreThan500Resources_IsRejectedWithTheNumber()
    {
        var functions = Enumerable.Range(0, 250).Select(i => Function($"F{i}")).ToArray();

        var deployed = Of(functions).Deploy();

        deployed.Error.ShouldBe(
            "Nothing was instrumented: 1 problem.\nDD604: The template would have 501 resources (251 of them added by the macro), and "
                + "CloudFormation allows 500. Split the stack, or exclude functions.");
    }

    [Theory]
    [InlineData("""{"Fn::Sub":"${F}"}""")]
    [InlineData("""{"Ref":"G"}""")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"Fn::GetAtt":7}""")]
    public void Add_NamesThatMeanNothing_PassThrough(string name) =>
        Of(
            Function("F", $"\"FunctionName\":{name},\"LoggingConfig\":{{\"LogGroup\":{name}}}"),
            LogGroup("G", name),
            Filter("S", name, name)).Deploy().Error.ShouldBeNull();

    [Fact]
    public void Add_NamesThatGoInCircles_EndAllTheSame()
    {
        var functions = Enumerable.Range(0, 200)
            .Select(i => Function($"F{i}", $"\"FunctionName\":{{\"Fn::Sub\":\"${{F{(i + 1) % 200}}}${{F{(i + 1) % 200}}}\"}}")).ToArray();

        Of(functions).Deploy().Error.ShouldBeNull();
    }
}
