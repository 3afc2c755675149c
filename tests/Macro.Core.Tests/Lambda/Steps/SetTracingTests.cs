using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Lambda.Steps;

public sealed class SetTracingTests
{
    private const string Role = ""","R":{"Type":"AWS::IAM::Role","Properties":{"Policies":[{"PolicyName":"Own"}]}}""";
    private const string Own = """[{"PolicyName":"Own"}]""";
    private static readonly string Granted = JsonText.OneLine("""
        [{"PolicyName":"Own"},{"PolicyName":"DatadogXRay","PolicyDocument":{"Version":"2012-10-17",
          "Statement":[{"Effect":"Allow","Action":["xray:PutTraceSegments","xray:PutTelemetryRecords"],"Resource":"*"}]}}]
        """);

    [Theory]
    [InlineData("false", "false", null, null, "\"false\"")]
    [InlineData("true", "false", "\"false\"", null, "\"true\"")]
    [InlineData("false", "true", null, """{"Mode":"Active"}""", "\"false\"")]
    [InlineData("true", "true", "\"true\"", """{"Mode":"Active"}""", "\"true\"")]
    public void Apply_EachMode_SetsVariablesAndTracing(string datadog, string xray, string? merge, string? tracing, string enabled)
    {
        var run = MacroRun.OfFunction(
            """{"Runtime":"provided","Role":{"Fn::GetAtt":["R","Arn"]}}""",
            $$"""{"enableDDTracing":{{datadog}},"enableXrayTracing":{{xray}}}""",
            Role);

        run.Variable("DD_MERGE_XRAY_TRACES").ShouldBe(merge);
        run.Variable("DD_TRACE_ENABLED").ShouldBe(enabled);
        run.Property("TracingConfig").ShouldBe(tracing);
        run.Property("Policies", "R").ShouldBe(tracing is null ? Own : Granted);
        run.Warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("false", "false", "true")]
    [InlineData("true", "false", "true")]
    [InlineData("true", "true", "false")]
    public void Apply_EnableMergeXrayTraces_DecidesByItself(string datadog, string xray, string merge) =>
        MacroRun.OfFunction(
            """{"Runtime":"provided"}""",
            $$"""{"enableDDTracing":{{datadog}},"enableXrayTracing":{{xray}},"enableMergeXrayTraces":{{merge}}}""")
            .Variable("DD_MERGE_XRAY_TRACES").ShouldBe($"\"{merge}\"");

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Mode":"PassThrough"}""")]
    [InlineData("""{"Mode":"Active"}""")]
    [InlineData("""{"Mode":{"Ref":"X"}}""")]
    [InlineData("""{"Ref":"AWS::NoValue"}""")]
    [InlineData("""{"Fn::If":["C",{"Mode":"Active"},{"Mode":"PassThrough"}]}""")]
    public void Apply_TracingConfigOfYourOwn_BecomesActive(string config)
    {
        var run = MacroRun.OfFunction($$"""{"Runtime":"provided","TracingConfig":{{config}}}""", """{"enableXrayTracing":true}""");

        run.Property("TracingConfig").ShouldBe("""{"Mode":"Active"}""");
    }

    [Theory]
    [InlineData("""{"Fn::GetAtt":["R","Arn"]}""", true, 0)]
    [InlineData("""{"Fn::GetAtt":"R.Arn"}""", true, 0)]
    [InlineData("""{"Fn::Sub":"${R.Arn}"}""", true, 0)]
    [InlineData("""{"Fn::If":["C",{"Fn::GetAtt":["R","Arn"]},{"Fn::GetAtt":["R","Arn"]}]}""", true, 0)]
    [InlineData("""{"Fn::If":["C",{"Fn::GetAtt":["R","Arn"]},"arn:aws:iam::1:role/x"]}""", true, 1)]
    [InlineData("\"arn:aws:iam::123456789012:role/x\"", false, 1)]
    [InlineData("""{"Ref":"RoleParameter"}""", false, 1)]
    [InlineData("""{"Fn::Sub":"arn:aws:iam::${AWS::AccountId}:role/x"}""", false, 1)]
    [InlineData("""{"Fn::GetAtt":["Bucket","Arn"]}""", false, 1)]
    [InlineData("""{"Fn::ImportValue":"x"}""", false, 1)]
    public void Apply_RoleOfEachShape_IsGrantedOrNamed(string role, bool isGranted, int warnings)
    {
        var run = MacroRun.OfFunction(
            $$"""{"Runtime":"provided","Role":{{role}}}""",
            """{"enableXrayTracing":true}""",
            Role + ""","Bucket":{"Type":"AWS::S3::Bucket"}""");

        run.Property("Policies", "R").ShouldBe(isGranted ? Granted : Own);
        run.Codes.ShouldBe(Enumerable.Repeat("DD320 F", warnings));
        run.Property("Role").ShouldBe(role);
    }

    [Fact]
    public void Apply_RoleOfSeveralFunctions_GetsThePolicyOnce()
    {
        var run = MacroRun.OfFunction("""{"Runtime":"provided","Role":{"Fn::GetAtt":["R","Arn"]}}""", """{"enableXrayTracing":true}""",
            Role + ""","G":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"provided","Role":{"Fn::GetAtt":["R","Arn"]}}}""");

        run.Property("Policies", "R").ShouldBe(Granted);
    }

    [Theory]
    [InlineData("{\"Properties\":{}}", """[+]""")]
    [InlineData("{\"Properties\":{\"Policies\":{\"Fn::If\":[\"C\",[],{\"Ref\":\"AWS::NoValue\"}]}}}", """{"Fn::If":["C",[+],[+]]}""")]
    public void Apply_RoleWithoutPolicies_GetsTheOne(string role, string expected)
    {
        var run = MacroRun.OfFunction("""{"Runtime":"provided","Role":{"Fn::GetAtt":["R","Arn"]}}""", """{"enableXrayTracing":true}""",
            $$$""","R":{"Type":"AWS::IAM::Role",{{{role[1..]}}}""");

        run.Property("Policies", "R").ShouldBe(expected.Replace("+", Granted[(Own.Length)..^1], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", null, null)]
    [InlineData(""","Role":{"Fn::GetAtt":["R","Arn"]}""", "granted", null)]
    [InlineData(""","Role":"arn:aws:iam::1:role/x" """, null, "DD320 F")]
    [InlineData(""","Role":{"Ref":"AWS::NoValue"}""", null, null)]
    public void Apply_SamFunction_TracesInSamsShape(string role, string? granted, string? warning)
    {
        var run = MacroRun.OfFunction(
            $$"""{"Runtime":"provided","Tracing":"PassThrough"{{role}}}""",
            """{"enableXrayTracing":true}""",
            Role,
            type: "AWS::Serverless::Function");

        run.Property("Tracing").ShouldBe("\"Active\"");
        run.Property("TracingConfig").ShouldBeNull();
        run.Property("Policies", "R").ShouldBe(granted is null ? Own : Granted);
        run.Codes.ShouldBe(warning is null ? [] : [warning]);
    }
}
