namespace Macro.Aws.Tests.Fakes;

/// <summary>The tests' own signature against AWS's published test suite, so that what it accepts is correct.</summary>
public class SignatureV4Tests
{
    [Theory]
    [InlineData("GET", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("POST", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    public void Authorization_PublishedExample_HasThePublishedSignature(string method, string signature)
    {
        var headers = new Dictionary<string, string> { ["host"] = "example.amazonaws.com", ["x-amz-date"] = "20150830T123600Z" };

        SignatureV4.Authorization($"{method} / ", headers, [], "us-east-1/service").ShouldBe(
            $"AWS4-HMAC-SHA256 Credential={SignatureV4.KeyId}/20150830/us-east-1/service/aws4_request, "
            + $"SignedHeaders=host;x-amz-date, Signature={signature}");
    }
}
