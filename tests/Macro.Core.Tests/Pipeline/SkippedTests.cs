using Macro.Core.Diagnostics;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Pipeline;

/// <summary>Nothing is left alone without a word: the report says which function or state machine, and why.</summary>
public sealed class SkippedTests
{
    private const string Forwarder = "arn:aws:lambda:us-east-1:123456789012:function:forwarder";
    private const string Function = """ {"Type":"AWS::Lambda::Function","Properties":{"Runtime":"provided"}} """;

    [Theory]
    [InlineData(Function, """{"exclude":"R"}""", "DD344")]
    [InlineData(Function, """{"exclude":"R*,Gone"}""", "DD344")]
    [InlineData(
        """{"Type":"AWS::Lambda::Function","Metadata":{"Datadog":{"enabled":false}},"Properties":{"Runtime":"provided"}}""", "{}", "DD345")]
    [InlineData("""{"Type":"AWS::Lambda::Function","Properties":{"PackageType":"Image"}}""", "{}", "DD346")]
    [InlineData("""{"Type":"AWS::StepFunctions::StateMachine","Properties":{}}""", "{}", "DD347")]
    [InlineData("""{"Type":"AWS::Lambda::Function"}""", "{}", "DD349")]
    [InlineData("""{"Type":"AWS::Serverless::Function","Properties":[]}""", "{}", "DD349")]
    [InlineData("""{"Type":"AWS::StepFunctions::StateMachine"}""", $$"""{"stepFunctionForwarderArn":"{{Forwarder}}"}""", "DD349")]
    [InlineData(
        """{"Type":"AWS::StepFunctions::StateMachine","Properties":{}}""",
        $$"""{"stepFunctionForwarderArn":"{{Forwarder}}","exclude":"R"}""",
        "DD344")]
    [InlineData(
        """{"Type":"AWS::StepFunctions::StateMachine","Metadata":{"Datadog":{"enabled":false}},"Properties":{}}""",
        $$"""{"stepFunctionForwarderArn":"{{Forwarder}}"}""",
        "DD345")]
    [InlineData("""{"Type":"AWS::Lambda::Function","Properties":{"Runtime":{"Ref":"Unknown"}}}""", "{}", "DD311")]
    [InlineData("""{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"provided","Architectures":"x"}}""", "{}", "DD312")]
    [InlineData("""{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"provided","Tags":{"Ref":"X"}}}""", "{}", "DD313")]
    public void Report_ResourceThatIsLeftAlone_HasItsReason(string resource, string parameters, string code)
    {
        var run = MacroRun.Of($$$"""{"Resources":{"R":{{{resource}}}}}""", parameters);

        Skipped(run).ShouldBe([$"R {code}"]);
        DiagnosticCatalog.Find(code).ShouldNotBeNull();
        run.Instrumented.ShouldBeEmpty();
        if (SkipDiagnostics.All.Any(kind => kind.Code == code)) run.Codes.ShouldNotContain($"{code} R");
    }

    [Fact]
    public void Report_NothingLeftAlone_HasNoSuchList() =>
        Skipped(MacroRun.Of($$$"""{"Resources":{"R":{{{Function}}}}}""")).ShouldBeEmpty();

    [Theory]
    [InlineData("LogRetentionaae0aa3c5b4d4f87b02d85b201efdd8aFD4BFC8A", "", true)]
    [InlineData("AWS679f53fac002430cb0da5b7982bd22872D164C4C", "", true)]
    [InlineData("BucketNotificationsHandler050a0587b7544547bf325f094a3db8347ECC3691", "", true)]
    [InlineData("CustomCDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C81C01536", "", true)]
    [InlineData("CustomS3AutoDeleteObjectsCustomResourceProviderHandler9D90184F", "", true)]
    [InlineData("CustomDashresourceDashexistingDashs3LambdaFunction", "", true)]
    [InlineData("ProviderframeworkonEvent1A2B3C4D", ",\"Description\":\"AWS CDK resource provider framework - onEvent (A/B)\"", true)]
    [InlineData("ProviderframeworkonEvent1A2B3C4D", "", false)]
    [InlineData("BucketNotificationsHandler", "", false)]
    [InlineData("LogRetention", "", false)]
    [InlineData("MyCustomResourceProviderHandler", "", false)]
    [InlineData("CustomResourceProviderHandlerForOrders", "", false)]
    public void ExcludeHelpers_FunctionsOfTools_AreLeftAlone(string name, string more, bool isHelper)
    {
        var template = "{\"Resources\":{\"" + name
            + "\":{\"Type\":\"AWS::Lambda::Function\",\"Properties\":{\"Runtime\":\"provided\"" + more + "}}}}";

        Skipped(MacroRun.Of(template, """{"excludeHelpers":true}""")).ShouldBe(isHelper ? [$"{name} DD348"] : []);
        Skipped(MacroRun.Of(template)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"R\"", 0)]
    [InlineData("\"Gone\"", 1)]
    [InlineData("\"R,Gone,Lost*,R*\"", 2)]
    [InlineData("\"M\"", 0)]
    [InlineData("\"Bucket\"", 1)]
    public void Exclude_EntryThatMatchesNothing_IsAWarning(string exclude, int warnings)
    {
        var run = MacroRun.Of(
            $$"""
            {"Resources":{"R":{{Function}},"M":{"Type":"AWS::StepFunctions::StateMachine"},"Bucket":{"Type":"AWS::S3::Bucket"} } }
            """,
            $$"""{"exclude":{{exclude}}}""");

        run.Codes.Count(code => code == "DD232 exclude").ShouldBe(warnings);
    }

    /// <summary>A default for all templates of an account fits few of them, and a loop hides what an entry may match.</summary>
    [Fact]
    public void Exclude_EntryThatMayMatchElsewhere_IsNoWarning()
    {
        MacroRun.Of($$$"""{"Resources":{"R":{{{Function}}}}}""", process: ("DD_MACRO_EXCLUDE", "Gone")).Codes.ShouldBeEmpty();
        MacroRun.Of("""{"Resources":{"Fn::ForEach::L":[]}}""", """{"exclude":"Gone"}""").Codes.ShouldBe(["DD107 Fn::ForEach::L"]);
    }

    [Theory]
    [InlineData("AWS::CloudFormation::Stack", "DD110")]
    [InlineData("AWS::Serverless::Application", "DD110")]
    [InlineData("AWS::Lambda::WebFunction", "DD111")]
    public void Report_ResourceThatTheMacroDoesNotSeeInside_IsANote(string type, string code)
    {
        var run = MacroRun.Of($$"""{"Resources":{"N":{"Type":"{{type}}","Properties":{"A":1.10} } } }""");

        run.Codes.ShouldBe([$"{code} N"]);
        run.Warnings.ShouldBeEmpty();
        var report = run.Fragment.GetProperty("Metadata").GetProperty("DatadogServerless");
        report.GetProperty("Warnings").GetArrayLength().ShouldBe(0);
        report.GetProperty("Notes")[0].GetProperty("Code").GetString().ShouldBe(code);
    }

    private static IEnumerable<string> Skipped(MacroRun run) =>
        run.Fragment.GetProperty("Metadata").GetProperty("DatadogServerless").TryGetProperty("Skipped", out var skipped)
            ? [.. skipped.EnumerateArray().Select(entry => $"{entry.GetProperty("LogicalId")} {entry.GetProperty("Code")}")]
            : [];
}
