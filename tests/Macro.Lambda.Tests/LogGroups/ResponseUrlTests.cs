using Macro.Lambda.LogGroups;

namespace Macro.Lambda.Tests.LogGroups;

public class ResponseUrlTests
{
    private const string Bucket = "https://cloudformation-custom-resource-response";

    [Theory]
    [InlineData("us-east-1", $"{Bucket}-useast1.s3.amazonaws.com/key?Signature=x")]
    [InlineData("us-east-1", $"{Bucket}-useast1.s3.us-east-1.amazonaws.com/key")]
    [InlineData("eu-west-3", $"{Bucket}-euwest3.s3-eu-west-3.amazonaws.com/key")]
    [InlineData("eu-west-3", $"{Bucket}-euwest3.s3.eu-west-3.amazonaws.com/key")]
    [InlineData("eu-west-3", $"{Bucket}-euwest3.s3.dualstack.eu-west-3.amazonaws.com/key")]
    [InlineData("eu-west-3", $"{Bucket}-euwest3.s3.eu-west-3.amazonaws.com:443/key")]
    [InlineData("cn-north-1", $"{Bucket}-cnnorth1.s3.cn-north-1.amazonaws.com.cn/key")]
    [InlineData("us-gov-west-1", $"{Bucket}-usgovwest1.s3-us-gov-west-1.amazonaws.com/key")]
    [InlineData("us-iso-east-1", $"{Bucket}-usisoeast1.s3.us-iso-east-1.c2s.ic.gov/key")]
    [InlineData("eusc-de-east-1", $"{Bucket}-euscdeeast1.s3.eusc-de-east-1.amazonaws.eu/key")]
    public void Parse_CloudFormationsBucket_IsAccepted(string region, string text) =>
        ResponseUrl.Parse(text, region, isLocal: false)!.OriginalString.ShouldBe(text);

    [Theory]
    [InlineData($"http://cloudformation-custom-resource-response-useast1.s3.amazonaws.com/key")]
    [InlineData($"{Bucket}-euwest3.s3.eu-west-3.amazonaws.com/key")]
    [InlineData($"{Bucket}-evil.s3.amazonaws.com/key")]
    [InlineData($"{Bucket}-useast1-evil.s3.amazonaws.com/key")]
    [InlineData($"{Bucket}-useast1.s3.amazonaws.com.cn/key")]
    [InlineData($"{Bucket}-useast1.s3.eu-west-3.amazonaws.com/key")]
    [InlineData($"{Bucket}-useast1.s3.evil.amazonaws.com/key")]
    [InlineData($"{Bucket}-useast1.s3-website-us-east-1.amazonaws.com/key")]
    [InlineData($"{Bucket}-useast1.s3amazonaws.com/key")]
    [InlineData($"{Bucket}-useast1.s3.amazonaws.com.example.org/key")]
    [InlineData($"{Bucket}-useast1.s3.amazonaws.com:8443/key")]
    [InlineData("https://user@cloudformation-custom-resource-response-useast1.s3.amazonaws.com/key")]
    [InlineData("https://evil.cloudformation-custom-resource-response-useast1.s3.amazonaws.com/key")]
    [InlineData("https://s3.amazonaws.com/cloudformation-custom-resource-response-useast1/key")]
    [InlineData("https://bucket.s3.amazonaws.com/key")]
    [InlineData("https://sqs.us-east-1.amazonaws.com/123456789012/queue")]
    [InlineData("https://amazonaws.com.example.org/key")]
    [InlineData("https://notamazonaws.com/key")]
    [InlineData("https://user@example.org/.amazonaws.com")]
    [InlineData("http://127.0.0.1:9001/2018-06-01/runtime/invocation/next")]
    [InlineData("https://localhost/key")]
    [InlineData("file:///etc/passwd")]
    [InlineData("nonsense")]
    [InlineData("")]
    public void Parse_AnotherAddress_IsRefused(string text) => ResponseUrl.Parse(text, "us-east-1", isLocal: false).ShouldBeNull();

    [Theory]
    [InlineData("http://127.0.0.1:9001/response", true)]
    [InlineData($"{Bucket}-useast1.s3.amazonaws.com/key", false)]
    public void Parse_OnThisMachine_AcceptsLoopbackOnly(string text, bool expected) =>
        (ResponseUrl.Parse(text, "us-east-1", isLocal: true) is not null).ShouldBe(expected);
}
