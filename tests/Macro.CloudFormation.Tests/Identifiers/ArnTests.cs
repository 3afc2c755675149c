using Macro.CloudFormation.Identifiers;

namespace Macro.CloudFormation.Tests.Identifiers;

public sealed class ArnTests
{
    [Theory]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:f", true)]
    [InlineData("arn:aws-cn:lambda:cn-north-1:123456789012:function:f:live", true)]
    [InlineData("arn:gcp:lambda:us-east-1:123456789012:function:f", false)]
    [InlineData("arn:aws:s3:us-east-1:123456789012:function:f", false)]
    [InlineData("arn:aws:lambda::123456789012:function:f", false)]
    [InlineData("arn:aws:lambda:us east 1:123456789012:function:f", false)]
    [InlineData("arn:aws:lambda:us-east-1:12345678901a:function:f", false)]
    [InlineData("arn:aws:lambda:us-east-1:1234567890123:function:f", false)]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:layer:f", false)]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:f:", false)]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:f:a b", false)]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:f:live:more", false)]
    public void IsFunction_Arn_NamesOneFunctionInFull(string arn, bool expected) => Arn.Parse(arn)!.Value.IsFunction.ShouldBe(expected);
}
