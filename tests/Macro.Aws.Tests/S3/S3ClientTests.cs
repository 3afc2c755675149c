using System.Net.Http.Headers;
using System.Text;
using Macro.Aws.S3;
using Macro.Aws.Tests.Fakes;

namespace Macro.Aws.Tests.S3;

public class S3ClientTests
{
    private const string HashOfCode = "5694d08a2e53ffcae0c3103e5ad6f6076abd960eb1f8a56577040bc1028f702b";

    [Theory]
    [InlineData(200, "", true)]
    [InlineData(412, "<Error><Code>PreconditionFailed</Code><Message>At least one condition failed</Message></Error>", false)]
    public async Task PutNewObject_ResponseOfS3_SaysWhetherTheObjectIsNew(int status, string body, bool isNew)
    {
        var http = new ScriptedHttp(ScriptedHttp.Respond(status, body));

        var created = await Put(http);

        created.ShouldBe(isNew);

        var request = http.Requests.Single().Request;
        request.RequestUri!.AbsolutePath.ShouldBe("/artifacts/macro/1.zip");
        Header(request.Headers, "If-None-Match").ShouldBe("*");
        Header(request.Headers, "X-Amz-Content-Sha256").ShouldBe(HashOfCode);
    }

    [Fact]
    public async Task PutNewObject_Signature_CoversTheHeadersOfS3()
    {
        var http = new ScriptedHttp(ScriptedHttp.Respond(200, ""));

        await Put(http);

        var request = http.Requests.Single().Request;
        var signed = new Dictionary<string, string> { ["host"] = "example.amazonaws.com", ["content-type"] = "application/zip" };
        foreach (var name in (string[])["if-none-match", "x-amz-content-sha256", "x-amz-date", "x-amz-security-token"])
            signed[name] = Header(request.Headers, name);
        Header(request.Headers, "Authorization").ShouldBe(SignatureV4.Authorization(
            "PUT /artifacts/macro/1.zip ", signed, Encoding.UTF8.GetBytes("code"), "us-east-1/s3"));
    }

    [Fact]
    public async Task PutNewObject_OtherError_IsThrownWithItsCode()
    {
        var http = new ScriptedHttp(ScriptedHttp.Respond(404, "<Error><Code>NoSuchBucket</Code><Message>No.</Message></Error>"));

        var exception = await Should.ThrowAsync<AwsException>(
            () => Client(http).PutNewObjectAsync("b", "k", [1], TestContext.Current.CancellationToken));

        exception.Code.ShouldBe("NoSuchBucket");
    }

    private static Task<bool> Put(ScriptedHttp http) => Client(http).PutNewObjectAsync(
        "artifacts", "macro/1.zip", Encoding.UTF8.GetBytes("code"), TestContext.Current.CancellationToken);

    private static S3Client Client(ScriptedHttp http) => new(TestClient.Create(S3Client.Service, http, QueryProtocol.ReadError));

    private static string Header(HttpRequestHeaders headers, string name) => string.Join(',', headers.NonValidated[name]);
}
