using Macro.Core.Lambda.Checks;

namespace Macro.Core.Tests.Lambda;

public sealed class IamPatternTests
{
    [Theory]
    [InlineData("ssm:GetParameter", true)]
    [InlineData("SSM:getparameter", true)]
    [InlineData("ssm:*", true)]
    [InlineData("ssm:GetParameter?", false)]
    [InlineData("*:GetParamete?", true)]
    [InlineData("ssm:GetParameters", false)]
    [InlineData("ssm:\\*", false)]
    public void IsAction_IgnoresTheCase(string pattern, bool expected) =>
        IamPattern.IsAction(pattern, "ssm:GetParameter").ShouldBe(expected);

    [Theory]
    [InlineData("arn:aws:secretsmanager:us-east-1:1:secret:dd", true)]
    [InlineData("arn:aws:secretsmanager:us-east-1:1:secret:DD", false)]
    [InlineData("arn:aws:secretsmanager:us-east-1:1:secret:dd-??????", true)]
    [InlineData("arn:aws:secretsmanager:*", true)]
    [InlineData("arn:aws:secretsmanager:us-east-1:1:secret:dd\\*", false)]
    [InlineData("arn:aws:secretsmanager:us-east-1:1:secret:d", false)]
    public void IsSecret_TakesTheSuffixOfSecretsManager(string pattern, bool expected) =>
        IamPattern.IsSecret(pattern, "arn:aws:secretsmanager:us-east-1:1:secret:dd").ShouldBe(expected);
}
