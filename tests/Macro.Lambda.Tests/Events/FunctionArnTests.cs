using Macro.Lambda.Events;

namespace Macro.Lambda.Tests.Events;

public class FunctionArnTests
{
    [Theory]
    [InlineData("arn:aws:lambda:eu-west-1:123456789012:function:macro", "arn:aws:lambda:eu-west-1:123456789012:function:macro")]
    [InlineData("arn:aws:lambda:eu-west-1:123456789012:function:macro:7", "arn:aws:lambda:eu-west-1:123456789012:function:macro")]
    [InlineData("arn:aws-cn:lambda:cn-north-1:123456789012:function:macro:live", "arn:aws-cn:lambda:cn-north-1:123456789012:function:macro")]
    [InlineData("arn:aws:lambda:eu-west-1:123456789012:function:macro:$LATEST", "arn:aws:lambda:eu-west-1:123456789012:function:macro")]
    [InlineData(null, null)]
    public void Unqualified_Arn_NamesNoVersion(string? arn, string? expected) => FunctionArn.Unqualified(arn).ShouldBe(expected);
}
