using Macro.Core.Lambda.Languages;

namespace Macro.Core.Tests.Lambda;

public sealed class LayerArnTests
{
    [Theory]
    [InlineData("us-east-1", null, "arn:aws:lambda:us-east-1:464622532012:layer:L:7")]
    [InlineData("eu-central-2", null, "arn:aws:lambda:eu-central-2:464622532012:layer:L:7")]
    [InlineData("us-gov-west-1", null, "arn:aws-us-gov:lambda:us-gov-west-1:002406178527:layer:L:7")]
    [InlineData("cn-north-1", null, null)]
    [InlineData("us-iso-east-1", null, null)]
    [InlineData("us-isob-east-1", null, null)]
    [InlineData("us-east-1", "111122223333", "arn:aws:lambda:us-east-1:111122223333:layer:L:7")]
    [InlineData("us-gov-west-1", "111122223333", "arn:aws-us-gov:lambda:us-gov-west-1:111122223333:layer:L:7")]
    [InlineData("cn-north-1", "111122223333", "arn:aws-cn:lambda:cn-north-1:111122223333:layer:L:7")]
    [InlineData("us-iso-east-1", "111122223333", "arn:aws-iso:lambda:us-iso-east-1:111122223333:layer:L:7")]
    public void Of_RegionAndAccount_IsTheArnOfThePartition(string region, string? account, string? expected) =>
        LayerArn.Create(region, account, "L", "7").ShouldBe(expected);

    [Theory]
    [InlineData("arn:a:layer:L:1", "arn:a:layer:L:2", true)]
    [InlineData("arn:a:layer:L:1", "arn:a:layer:L:1", true)]
    [InlineData("arn:a:layer:L:1", "arn:a:layer:L-ARM:1", false)]
    [InlineData("arn:a:layer:L:1", "arn:b:layer:L:1", false)]
    [InlineData("text", "text", true)]
    [InlineData("", "arn:a:layer:L:1", false)]
    public void IsSameLayer_TwoArns_ComparesAllButTheVersion(string a, string b, bool expected) =>
        LayerArn.IsSameLayer(a, b).ShouldBe(expected);

    [Theory]
    [InlineData("arn:aws:lambda:us-east-1:1:layer:L:114", 114)]
    [InlineData("arn:aws:lambda:us-east-1:1:layer:L", null)]
    [InlineData("", null)]
    public void Version_OfArn_IsItsLastPart(string arn, int? expected) => LayerArn.Version(arn).ShouldBe(expected);
}
