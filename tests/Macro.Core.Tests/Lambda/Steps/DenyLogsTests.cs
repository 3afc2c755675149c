using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Lambda.Steps;

/// <summary>The parameter <c>cloudWatchLogs</c>.</summary>
public sealed class DenyLogsTests
{
    private const string Extension = "\"addExtension\":true,\"apiKeySsmArn\":\"arn:p\"";
    private const string Off = "{" + Extension + ",\"cloudWatchLogs\":false}";
    private const string Role = ""","R":{"Type":"AWS::IAM::Role","Properties":{}}""";
    private const string WithRole = "\"Runtime\":\"python3.13\",\"Handler\":\"a.b\",\"Role\":{\"Fn::GetAtt\":[\"R\",\"Arn\"]}";

    [Fact]
    public void CloudWatchLogs_False_DeniesTheRoleToWriteToTheGroup()
    {
        var run = MacroRun.OfFunction($"{{{WithRole}}}", Off, Role);

        run.Property("Roles", "FNoCloudWatchLogs").ShouldBe("""[{"Ref":"R"}]""");
        var statement = run.Property("PolicyDocument.Statement", "FNoCloudWatchLogs").ShouldNotBeNull();
        statement.ShouldContain("""
            "Effect":"Deny","Action":["logs:CreateLogGroup","logs:CreateLogStream","logs:PutLogEvents"]
            """);
        statement.ShouldContain(":log-group:/aws/lambda/${F}\"}");
        statement.ShouldContain(":log-group:/aws/lambda/${F}:*\"}");
        // A role that named the function would be circular.
        run.Resource("R").GetRawText().ShouldBe("""{"Type":"AWS::IAM::Role","Properties":{}}""");
    }

    [Fact]
    public void CloudWatchLogs_FunctionWithALogGroup_IsDeniedThatGroup() =>
        MacroRun.OfFunction(
            "{" + WithRole + ",\"LoggingConfig\":{\"LogGroup\":{\"Ref\":\"G\"} } }", Off, Role + ""","G":{"Type":"AWS::Logs::LogGroup"}""")
            .Property("PolicyDocument", "FNoCloudWatchLogs").ShouldNotBeNull().ShouldContain(":log-group:${G}:*");

    [Fact]
    public void CloudWatchLogs_SamFunctionWithoutARole_IsDeniedByTheRoleThatSamMakes() =>
        MacroRun.OfFunction("""{"Runtime":"python3.13","Handler":"a.b"}""", Off, type: "AWS::Serverless::Function")
            .Property("Roles", "FNoCloudWatchLogs").ShouldBe("""[{"Ref":"FRole"}]""");

    [Fact]
    public void CloudWatchLogs_WithoutTheExtension_IsAnError() =>
        MacroRun.OfFunction($"{{{WithRole}}}", """{"cloudWatchLogs":false}""", Role).Errors.ShouldHaveSingleItem()
            .ShouldStartWith("DD241 cloudWatchLogs: ");

    [Theory]
    [InlineData("", "{}", true)]
    [InlineData("\"Metadata\":{\"Datadog\":{\"cloudWatchLogs\":true}},", "{}", true)]
    [InlineData("\"Metadata\":{\"Datadog\":{\"enabled\":false}},", "{}", true)]
    [InlineData("", "all", false)]
    public void CloudWatchLogs_RoleOfOtherFunctions_NeedsThemToAgree(string metadata, string scope, bool isError)
    {
        var other = $$$""","G":{"Type":"AWS::Lambda::Function",{{{metadata}}}"Properties":{ {{{WithRole}}} }}""";
        var own = scope == "all" ? "" : "\"Metadata\":{\"Datadog\":{\"cloudWatchLogs\":false}},";

        var run = MacroRun.Of(
            $$$"""{"Resources":{"F":{"Type":"AWS::Lambda::Function",{{{own}}}"Properties":{ {{{WithRole}}} }}{{{other}}}{{{Role}}} }}""",
            scope == "all" ? Off : "{" + Extension + "}");

        if (isError) run.Errors.ShouldHaveSingleItem().ShouldStartWith("DD242 F: ");
        else run.Property("PolicyName", "GNoCloudWatchLogs").ShouldBe("\"GNoCloudWatchLogs\"");
    }

    [Theory]
    [InlineData(5, "G0, G1, G2, G3, G4, for which")]
    [InlineData(6, "G0, G1, G2, G3, G4 and 1 more function, for which")]
    [InlineData(8, "G0, G1, G2, G3, G4 and 3 more functions, for which")]
    public void CloudWatchLogs_RoleOfManyOtherFunctions_NamesSomeAndCountsTheRest(int count, string named)
    {
        var others = string.Concat(Enumerable.Range(0, count)
            .Select(i => $$$""","G{{{i}}}":{"Type":"AWS::Lambda::Function","Properties":{ {{{WithRole}}} }}"""));
        var own = $$$"""{"Type":"AWS::Lambda::Function","Metadata":{"Datadog":{"cloudWatchLogs":false}},"Properties":{ {{{WithRole}}} }}""";

        var run = MacroRun.Of($$$"""{"Resources":{"F":{{{own}}}{{{others}}}{{{Role}}} }}""", "{" + Extension + "}");

        run.Errors.ShouldHaveSingleItem().ShouldContain(named);
    }

    /// <summary>The macro does not add the extension to an image, so its logs stay.</summary>
    [Fact]
    public void CloudWatchLogs_ContainerImage_KeepsItsLogs()
    {
        var run = MacroRun.OfFunction(
            """{"PackageType":"Image","Role":{"Fn::GetAtt":["R","Arn"]},"ImageConfig":{"Command":["app.run"]}}""",
            "{" + Extension + ",\"cloudWatchLogs\":false,\"containerImages\":\"python\"}", Role);

        run.Errors.ShouldBeEmpty();
        run.Text.ShouldNotContain("NoCloudWatchLogs");
    }

    [Fact]
    public void CloudWatchLogs_RoleElsewhere_IsAWarningWithTheStatement()
    {
        var run = MacroRun.OfFunction("""{"Runtime":"python3.13","Handler":"a.b","Role":"arn:aws:iam::123456789012:role/r"}""", Off);

        run.Warnings.ShouldHaveSingleItem().ShouldStartWith("DD243 F: ");
        run.Text.ShouldNotContain("AWS::IAM::Policy");
    }

    [Fact]
    public void CloudWatchLogs_ConditionsOfFunctionAndRole_AreBothThoseOfThePolicy()
    {
        var run = MacroRun.Of(
            """
            {"Parameters":{"P":{"Type":"AWS::SSM::Parameter::Value<String>"}},
              "Conditions":{"A":{"Fn::Equals":[{"Ref":"P"},"a"]},"B":{"Fn::Equals":[{"Ref":"P"},"b"]}},
              "Resources":{"F":{"Type":"AWS::Lambda::Function","Condition":"A","Properties":{ROLE}},
                "R":{"Type":"AWS::IAM::Role","Condition":"B","Properties":{}}}}
            """.Replace("ROLE", WithRole, StringComparison.Ordinal), Off);

        var condition = run.Resource("FNoCloudWatchLogs").GetProperty("Condition").GetString()!;
        run.Fragment.GetProperty("Conditions").GetProperty(condition).GetRawText().ShouldContain("Fn::And");
    }

    [Fact]
    public void Revert_Policy_IsGone()
    {
        var fragment = $$$"""{"Resources":{"F":{"Type":"AWS::Lambda::Function","Properties":{ {{{WithRole}}} }}{{{Role}}} }}""";

        RevertRun.Of(fragment, Off).ShouldNotContain("NoCloudWatchLogs");
    }
}
