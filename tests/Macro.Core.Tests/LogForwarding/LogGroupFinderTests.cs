using static Macro.Core.Tests.LogForwarding.Stack;

namespace Macro.Core.Tests.LogForwarding;

public class LogGroupFinderTests
{
    private const string Own = $$"""FDatadogLogSubscription: {"Fn::Sub":"/aws/lambda/${F}"} after {{Deployed.CustomResource}}""";

    [Theory]
    [InlineData("")]
    [InlineData("\"FunctionName\":\"orders\"")]
    [InlineData("""{"Fn::Sub":"orders-${AWS::StackName}"}""", true)]
    [InlineData("""{"Fn::ImportValue":"name"}""", true)]
    [InlineData("\"LoggingConfig\":{\"LogFormat\":\"JSON\"}")]
    [InlineData("\"LoggingConfig\":{\"Ref\":\"AWS::NoValue\"}")]
    public void Of_FunctionWithoutGroup_IsNamedByTheFunction(string property, bool isName = false)
    {
        var deployed = Of(Function("F", isName ? $"\"FunctionName\":{property}" : property)).Deploy();

        deployed.Filters.ShouldBe([Own]);
        deployed.NamesToMake.ShouldBe(["""{"Fn::Sub":"/aws/lambda/${F}"}"""]);
        deployed.Warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"orders\"", "\"/aws/lambda/orders\"")]
    [InlineData("\"orders\"", """{"Fn::Join":["/",["/aws/lambda",{"Ref":"F"}]]}""")]
    [InlineData("null", """{"Fn::Sub":"/aws/lambda/${F}"}""")]
    [InlineData("null", """{"Fn::Sub":["/aws/lambda/${Name}",{"Name":{"Ref":"F"}}]}""")]
    [InlineData("null", """{"Fn::Join":["",["/aws/lambda/",{"Ref":"F"}]]}""")]
    [InlineData("""{"Fn::Sub":"orders-${AWS::Region}"}""", "\"/aws/lambda/orders-us-east-1\"")]
    [InlineData("""{"Fn::Sub":"orders-${AWS::StackName}"}""", """{"Fn::Join":["-",["/aws/lambda/orders",{"Ref":"AWS::StackName"}]]}""")]
    public void Of_DeclaredGroup_IsReferredTo(string functionName, string groupName)
    {
        var function = functionName == "null" ? Function("F") : Function("F", $"\"FunctionName\":{functionName}");

        var deployed = Of(function, LogGroup("G", groupName)).Deploy();

        deployed.Filters.ShouldBe(["""FDatadogLogSubscription: {"Ref":"G"}"""]);
        deployed.LogGroups.ShouldBeNull();
    }

    [Theory]
    [InlineData("\"/aws/lambda/orders-two\"")]
    [InlineData("""{"Fn::Sub":"/aws/lambda/${F}-two"}""")]
    [InlineData("""{"Fn::Sub":"/aws/lambda/${Other}"}""")]
    [InlineData("")]
    public void Of_GroupOfAnotherName_DoesNotCount(string groupName) =>
        Of(Function("F", "\"FunctionName\":\"orders\""), LogGroup("G", groupName)).Deploy().Filters.ShouldBe([Own]);

    [Theory]
    [InlineData("""{"Ref":"G"}""", "")]
    [InlineData("""{"Fn::Sub":"${G}"}""", "\"/app\"")]
    [InlineData("\"/app\"", "\"/app\"")]
    [InlineData("""{"Fn::Sub":"/app-${AWS::StackName}"}""", """{"Fn::Sub":"/app-${AWS::StackName}"}""")]
    public void Of_LoggingConfigOfDeclaredGroup_IsOneFilterForAll(string reference, string groupName)
    {
        var loggingConfig = $"\"LoggingConfig\":{{\"LogGroup\":{reference}}}";

        var deployed = Of(Function("A", loggingConfig), Function("B", loggingConfig), LogGroup("G", groupName)).Deploy();

        deployed.Filters.ShouldBe(["""GDatadogLogSubscription: {"Ref":"G"}"""]);
        deployed.LogGroups.ShouldBeNull();
    }

    [Fact]
    public void Of_LoggingConfigWithAParameterInIt_IsTheDeclaredGroup()
    {
        const string parameters = """ "Parameters":{"Stage":{"Type":"String","Default":"dev"}},""";

        var stack = Of(
            Function("A", """ "LoggingConfig":{"LogGroup":{"Fn::Sub":"/app/${Stage}-${AWS::StackName}"}}"""),
            LogGroup("G", """{"Fn::Sub":"/app/dev-${AWS::StackName}"}"""));

        (stack with { Sections = parameters }).Deploy().Filters.ShouldBe(["""GDatadogLogSubscription: {"Ref":"G"}"""]);
    }

    [Theory]
    [InlineData("Yes", "FDatadogLogSubscription: {\"Ref\":\"G\"}")]
    [InlineData("No", Own)]
    public void Of_DeclaredGroupWithAConditionInItsName_IsThatOfTheDeployment(string condition, string expected)
    {
        var stack = Of(
            Function("F"),
            LogGroup("G", $$"""{"Fn::If":["{{condition}}",{"Fn::Sub":"/aws/lambda/${F}"},{"Fn::Sub":"/aws/lambda/${X}"}]}""")) with
        {
            Sections = """ "Conditions":{"Yes":{"Fn::Equals":["a","a"]},"No":{"Fn::Equals":["a","b"]}},""",
        };

        stack.Deploy().Filters.ShouldBe([expected]);
    }

    [Fact]
    public void Of_GroupNamedByWhatIsNoFunction_IsNobodys() =>
        Of(
            Function("A", """ "LoggingConfig":{"LogGroup":{"Fn::Sub":"/aws/lambda/${Topic}"}}"""),
            "\"Topic\":{\"Type\":\"AWS::SNS::Topic\",\"Properties\":{}}")
            .Deploy().Warnings.ShouldBe(["DD405 A"]);

    [Fact]
    public void Of_LoggingConfigThatNamesNoneInEitherBranch_IsTheFunctionsOwn()
    {
        const string none = """ "LoggingConfig":{"LogGroup":{"Fn::If":["Unknown",{"Ref":"AWS::NoValue"},{"Ref":"AWS::NoValue"}]}}""";

        Of(Function("F", none)).Deploy().Filters.ShouldBe([Own]);
    }

    [Fact]
    public void Of_NameOfASamFunction_IsKnown()
    {
        const string function =
            "\"F\":{\"Type\":\"AWS::Serverless::Function\",\"Properties\":{\"Handler\":\"a.b\",\"Runtime\":\"python3.13\","
                + "\"FunctionName\":\"orders\"}}";

        Of(function, LogGroup("G", "\"/aws/lambda/orders\"")).Deploy().Filters.ShouldBe(["""FDatadogLogSubscription: {"Ref":"G"}"""]);
    }

    [Theory]
    [InlineData("""{"Fn::Sub":"/my/${Parameter}"}""", "/my/${Parameter}")]
    [InlineData("""{"Fn::GetAtt":["Nested","Outputs.LogGroup"]}""", "${Nested.Outputs.LogGroup}")]
    [InlineData("""{"Fn::ImportValue":"SharedLogGroup"}""", """{"Fn::ImportValue":"SharedLogGroup"}""")]
    public void Find_GroupThatMayBeOfAnotherStack_GetsNoFilter(string name, string label)
    {
        var deployed = Of(Function("A", $"\"LoggingConfig\":{{\"LogGroup\":{name}}}")).Deploy();

        deployed.Filters.ShouldBeEmpty();
        deployed.LogGroups.ShouldBeNull();
        deployed.Warnings.ShouldBe(["DD405 A"]);
        deployed.Messages.ShouldHaveSingleItem().ShouldBe(
            $"Log group {label} is not declared in this template, and its name is known only to the deployment, so its logs are not "
            + "forwarded. Two stacks that share a log group would overwrite each other's subscription filter. Declare it as "
            + "AWS::Logs::LogGroup in this template, or forward it in the stack that declares it.");
    }

    [Fact]
    public void Find_LongExpression_IsShortInTheMessage() =>
        Of(Function("A", $"\"LoggingConfig\":{{\"LogGroup\":{{\"Fn::ImportValue\":\"{new string('x', 5000)}\"}}}}"))
            .Deploy().Messages.ShouldHaveSingleItem().Length.ShouldBeLessThan(500);

    [Fact]
    public void Find_GroupNamedByAFunctionElsewhere_IsForwardedWithAWarning()
    {
        var deployed = Of(Function("A", """ "LoggingConfig":{"LogGroup":{"Fn::Sub":"/my/${A}-app"}}""")).Deploy();

        deployed.Filters.ShouldHaveSingleItem()
            .ShouldBe("""LogGroup7B7AC3519DAB276449C8DatadogLogSubscription: {"Fn::Sub":"/my/${A}-app"}""");
        deployed.LogGroups.ShouldBeNull();
        deployed.Warnings.ShouldBe(["DD401 A"]);
    }

    [Fact]
    public void Find_GroupOutsideOfSeveralPrefixes_NamesThem() =>
        (Of(Function("A", """ "LoggingConfig":{"LogGroup":{"Fn::Sub":"/my/${A}"}}""")) with { Prefixes = "/aws/lambda/,/your/" }).Deploy()
            .Messages.ShouldHaveSingleItem().ShouldStartWith(
                "Log group /my/${A} is not declared in this template, and the macro may not create it, "
                + "because it is not under /aws/lambda/, /your/.");

    [Fact]
    public void Find_GroupUnderAWiderPrefix_IsCreated() =>
        (Of(Function("A", """ "LoggingConfig":{"LogGroup":{"Fn::Sub":"/my/${A}"}}""")) with { Prefixes = "/aws/lambda/, /my/" })
            .Deploy().NamesToMake.ShouldBe(["""{"Fn::Sub":"/my/${A}"}"""]);

    [Fact]
    public void Of_GroupOfAnotherFunction_IsThatFunctions()
    {
        var deployed = Of(
            Function("A", "\"LoggingConfig\":{\"LogGroup\":\"/aws/lambda/orders\"}"),
            Function("F", "\"FunctionName\":\"orders\"")).Deploy();

        deployed.Filters.ShouldBe([Own]);
    }

    [Fact]
    public void Of_SamFunction_InheritsFromGlobals()
    {
        const string properties = "\"Handler\":\"a.b\",\"Runtime\":\"python3.13\"";
        var stack = Of(
            $"\"A\":{{\"Type\":\"AWS::Serverless::Function\",\"Properties\":{{{properties}}}}}",
            $"\"B\":{{\"Type\":\"AWS::Serverless::Function\",\"Properties\":{{{properties},"
                + $"\"LoggingConfig\":{{\"LogGroup\":{{\"Fn::Sub\":\"/aws/lambda/${{B}}\"}}}}}}}}",
            LogGroup("G"));
        const string globals = """ "Globals":{"Function":{"LoggingConfig":{"LogGroup":{"Ref":"G"}}}},""";

        (stack with { Sections = globals }).Deploy().Filters.ShouldBe([
            """GDatadogLogSubscription: {"Ref":"G"}""",
            $$"""BDatadogLogSubscription: {"Fn::Sub":"/aws/lambda/${B}"} after {{Deployed.CustomResource}}""",
        ]);
    }
}
