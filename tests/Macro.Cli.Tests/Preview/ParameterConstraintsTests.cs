using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Preview;

/// <summary>Values of template parameters are accepted and rejected as by CloudFormation.</summary>
public sealed class ParameterConstraintsTests
{
    [Theory]
    [InlineData("Type: String, AllowedValues: [dev, prod]", "prod", null)]
    [InlineData("Type: String, AllowedValues: [dev, prod]", "Prod", "one of dev, prod")]
    [InlineData("Type: CommaDelimitedList, AllowedValues: [a, b]", "a, b", null)]
    [InlineData("Type: CommaDelimitedList, AllowedValues: [a, b]", "a, c", "one of a, b")]
    [InlineData("Type: Number, AllowedValues: [1, 2]", "2.0", null)]
    [InlineData("Type: Number, AllowedValues: [1, 2]", "3", "one of 1, 2")]
    [InlineData("Type: String, AllowedPattern: '[a-z]+'", "abc", null)]
    [InlineData("Type: String, AllowedPattern: '[a-z]+'", "abc1", "a text that matches [a-z]+")]
    [InlineData("Type: String, AllowedPattern: '[a-z]+'", "abc\n", "a text that matches [a-z]+")]
    [InlineData("Type: CommaDelimitedList, AllowedPattern: 'a|b'", "a,b,ab", "a text that matches a|b")]
    [InlineData("Type: String, AllowedPattern: '[a-z&&[^b]]+'", "abc", null)]
    [InlineData("Type: String, AllowedPattern: 'a++'", "b", null)]
    [InlineData("Type: String, AllowedPattern: '(a+)+'", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", null)]
    [InlineData("Type: String, MinLength: 3", "ab", "at least 3 characters long")]
    [InlineData("Type: String, MaxLength: '3'", "abcd", "at most 3 characters long")]
    [InlineData("Type: String, MinLength: 3, MaxLength: 3", "abc", null)]
    [InlineData("Type: Number, MinValue: 1", "0.5", "at least 1")]
    [InlineData("Type: Number, MaxValue: 5", "6", "at most 5")]
    [InlineData("Type: Number", "-1.5e3", null)]
    [InlineData("Type: Number", "many", "a number")]
    [InlineData("Type: Number", "", "a number")]
    [InlineData("Type: List<Number>", "1, 2", null)]
    [InlineData("Type: List<Number>", "1,two", "a list of numbers")]
    [InlineData("Type: AWS::EC2::KeyPair::KeyName", "any", null)]
    [InlineData("Type: String, AllowedValues: [a], ConstraintDescription: 'only a, for now'", "b", "one of a (only a, for now)")]
    [InlineData("Type: String, AllowedValues: [], AllowedPattern: {Ref: x}", "b", "one of ")]
    public void Validate_Value_IsCheckedAsByCloudFormation(string declaration, string value, string? rule)
    {
        var template = $$"""
            Transform: DatadogServerless
            Parameters:
              P: { {{declaration}} }
            Resources: {F: {Type: AWS::SNS::Topic} }
            """;

        var run = CliRun.Of(template, new Dictionary<string, string>(), "validate", "-", "--parameter", $"P={value}");

        run.ExitCode.ShouldBe(rule is null ? 0 : 1, run.Output);
        if (rule is null) return;
        run.Output.ShouldStartWith("-:3:");
        run.Output.ShouldContain($": error DD006: The value of template parameter P must be {rule}. Pass another value: ");
    }

    [Fact]
    public void Transform_ForbiddenNoEchoValue_IsNotShown()
    {
        const string template = "Parameters: {Key: {Type: String, NoEcho: true, MinLength: 32}}\nResources: {F: {Type: AWS::SNS::Topic}}";

        var run = CliRun.Of(template, new Dictionary<string, string>(), "transform", "-", "--parameter", "Key=hunter2");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldStartWith("-:1:48: error DD006: ");
        (run.Output + run.Error).ShouldNotContain("hunter2");
    }

    [Theory]
    [InlineData("Transform: {Name: DatadogServerless, Parameters: {enabled: false}}", 0)]
    [InlineData("Transform: {Name: DatadogServerless, Parameters: {enabled: true}}", 1)]
    public void Transform_TurnedOff_LeavesTheValuesToTheDeployment(string transform, int exitCode)
    {
        var template = $$"""
            {{transform}}
            Parameters: {Stage: {Type: String, AllowedValues: [dev]} }
            Resources: {F: {Type: AWS::SNS::Topic} }
            """;

        CliRun.Of(template, new Dictionary<string, string>(), "transform", "-", "--parameter", "Stage=x").ExitCode.ShouldBe(exitCode);
    }
}
