using System.Text;
using Amazon.Runtime;
using Macro.Aws.Tests.Fakes;

namespace Macro.Aws.Tests;

/// <summary>The signer against AWS's published test suite, and against the tests' own signature where the suite has no example.</summary>
public class RequestSignerTests
{
    private const string Scope = "us-east-1/service";

    private static readonly DateTime Now = new(2015, 8, 30, 12, 36, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("GET", "/", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("POST", "/", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    [InlineData("GET", "/?Param2=value2&Param1=value1", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")]
    [InlineData("GET", "/?Param1=value2&Param1=value1", "5772eed61e12b33fae39ee5e7012498b51d56abc0abb7c60486157bd471c4694")]
    public void Sign_PublishedExample_HasThePublishedSignature(string method, string pathAndQuery, string signature)
    {
        using var request = Sign(method, pathAndQuery);

        Authorization(request).ShouldBe(
            $"AWS4-HMAC-SHA256 Credential={SignatureV4.KeyId}/20150830/{Scope}/aws4_request, "
            + $"SignedHeaders=host;x-amz-date, Signature={signature}");
    }

    [Theory]
    [InlineData("/2015-03-31/functions/arn%3Aaws%3Alambda/", "/2015-03-31/functions/arn%253Aaws%253Alambda/ ")]
    [InlineData("/a%20b/c%2Fd", "/a%2520b/c%252Fd ")]
    [InlineData("/?b=1&a", "/ a=&b=1")]
    [InlineData("/?a-b=1&a=2", "/ a=2&a-b=1")]
    [InlineData("/tags?tagKeys=b&tagKeys=a%20c", "/tags tagKeys=a%20c&tagKeys=b")]
    public void Sign_PathAndQuery_AreCanonical(string pathAndQuery, string canonical)
    {
        using var request = Sign("DELETE", pathAndQuery);

        var headers = new Dictionary<string, string> { ["host"] = "example.amazonaws.com", ["x-amz-date"] = "20150830T123600Z" };
        Authorization(request).ShouldBe(SignatureV4.Authorization($"DELETE {canonical}", headers, [], Scope));
    }

    [Fact]
    public void Sign_BodyAndToken_AreSigned()
    {
        var body = Encoding.UTF8.GetBytes("Param1=value1");

        using var request = Sign("POST", "/", body, "token");

        var headers = new Dictionary<string, string>
        {
            ["content-type"] = "application/x-www-form-urlencoded",
            ["host"] = "example.amazonaws.com",
            ["x-amz-date"] = "20150830T123600Z",
            ["x-amz-security-token"] = "token",
        };
        Authorization(request).ShouldBe(SignatureV4.Authorization("POST / ", headers, body, Scope));
    }

    private static HttpRequestMessage Sign(string method, string pathAndQuery, byte[]? body = null, string? token = null)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), $"https://example.amazonaws.com{pathAndQuery}");
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.Add("Content-Type", "application/x-www-form-urlencoded");
        }
        var endpoint = new ServiceEndpoint(new AwsService("Service", "service", "NONE"), "us-east-1", request.RequestUri!);
        new RequestSigner(endpoint).Sign(request, body ?? [], new ImmutableCredentials(SignatureV4.KeyId, SignatureV4.Secret, token), Now);
        return request;
    }

    private static string Authorization(HttpRequestMessage request) => request.Headers.NonValidated["Authorization"].ToString();
}
