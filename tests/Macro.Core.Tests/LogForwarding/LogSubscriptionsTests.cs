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
