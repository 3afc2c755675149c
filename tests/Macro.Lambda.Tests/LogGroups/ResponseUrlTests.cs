using Macro.Lambda.LogGroups;

namespace Macro.Lambda.Tests.LogGroups;

public class ResponseUrlTests
{
    [Theory]
    [InlineData("https://cloudformation-custom-resource-response-useast1.s3.amazonaws.com/key?Signature=x", true)]
    [InlineData("https://cloudformation-custom-resource-response-cnnorth1.s3.cn-north-1.amazonaws.com.cn/key", true)]
    [InlineData("http://cloudformation-custom-resource-response-useast1.s3.amazonaws.com/key", false)]
    [InlineData("https://bucket.s3.amazonaws.com:8443/key", false)]
    [InlineData("https://amazonaws.com.example.org/key", false)]
    [InlineData("https://notamazonaws.com/key", false)]
    [InlineData("https://user@example.org/.amazonaws.com", false)]
    [InlineData("http://127.0.0.1:9001/2018-06-01/runtime/invocation/next", false)]
    [InlineData("https://localhost/key", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("nonsense", false)]
    [InlineData("", false)]
    public void Parse_InAws_AcceptsHttpsToAwsOnly(string text, bool expected) =>
        (ResponseUrl.Parse(text, isLocal: false) is not null).ShouldBe(expected);

    [Theory]
    [InlineData("http://127.0.0.1:9001/response", true)]
    [InlineData("https://bucket.s3.amazonaws.com/key", false)]
    public void Parse_OnThisMachine_AcceptsLoopbackOnly(string text, bool expected) =>
        (ResponseUrl.Parse(text, isLocal: true) is not null).ShouldBe(expected);
}
