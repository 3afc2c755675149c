using System.Text;
using Macro.Aws.Tests.Fakes;

namespace Macro.Aws.Tests;

public class AwsClientTests
{
    private static readonly AwsService Service = new("AWS Lambda", "lambda", "AWS_ENDPOINT_URL_LAMBDA");

    private static readonly AwsOperation Operation = new("lambda:GetFunction", "function shop");

    private static readonly AwsRequest Get = new(Operation, HttpMethod.Get, "/2015-03-31/functions/shop?Qualifier=live");

    [Fact]
    public async Task Send_Get_IsSignedAndHasNoBody()
    {
        var http = new ScriptedHttp(ScriptedHttp.Respond(200, "{}"));

        var body = await SendAsync(http, Get);

        Encoding.UTF8.GetString(body).ShouldBe("{}");
        var (request, _) = http.Requests.ShouldHaveSingleItem();
        request.RequestUri!.ToString().ShouldBe("https://example.amazonaws.com/2015-03-31/functions/shop?Qualifier=live");
        request.Content.ShouldBeNull();
        var headers = new Dictionary<string, string>
        {
            ["host"] = "example.amazonaws.com",
            ["x-amz-date"] = Header(request, "X-Amz-Date"),
            ["x-amz-security-token"] = "session-token",
        };
        Header(request, "Authorization").ShouldBe(
            SignatureV4.Authorization("GET /2015-03-31/functions/shop Qualifier=live", headers, [], "us-east-1/lambda"));
    }

    [Fact]
    public async Task Send_TransientErrors_AreRepeatedWithANewRequest()
    {
        var http = new ScriptedHttp(
            ScriptedHttp.Respond(500, ""), ScriptedHttp.Throw(new HttpRequestException()), ScriptedHttp.Respond(200, "done"));

        var body = await SendAsync(http, Get with { Method = HttpMethod.Post, Body = "x"u8.ToArray(), ContentType = "text/plain" });

        Encoding.UTF8.GetString(body).ShouldBe("done");
        http.Requests.Select(request => request.Body).ShouldBe(["x", "x", "x"]);
        http.Requests.Select(request => request.Request).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task Send_TransientErrorEachTime_Throws()
    {
        var http = new ScriptedHttp([.. Enumerable.Repeat(ScriptedHttp.Respond(503, ""), 5)]);

        var exception = await Should.ThrowAsync<AwsException>(SendAsync(http, Get));

        exception.Message.ShouldBe("lambda:GetFunction failed for function shop: HTTP status 503.");
        exception.IsTransient.ShouldBeTrue();
        http.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Send_ErrorInHeader_IsRead()
    {
        var http = new ScriptedHttp(ScriptedHttp.Respond(
            404, """{"Type":"User","Message":"Function not found."}""", "ResourceNotFoundException:http://internal.amazon.com/"));

        var exception = await Should.ThrowAsync<AwsException>(SendAsync(http, Get));

        exception.Code.ShouldBe("ResourceNotFoundException");
        exception.Message.ShouldBe(
            "lambda:GetFunction failed for function shop: ResourceNotFoundException (404). AWS says: Function not found.");
        exception.Operation.ShouldBe(Operation);
        http.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Send_OtherProtocol_ReadsItsErrors()
    {
        var http = new ScriptedHttp(ScriptedHttp.Respond(403, "<Code>AccessDenied</Code>"));
        var client = TestClient.Create(Service, http, (_, body) => new AwsErrorResponse(Encoding.UTF8.GetString(body)[6..^7], null));

        var exception = await Should.ThrowAsync<AwsException>(client.SendAsync(Get, TestContext.Current.CancellationToken));

        exception.Code.ShouldBe("AccessDenied");
        exception.Kind.ShouldBe(AwsErrorKind.AccessDenied);
    }

    [Fact]
    public async Task Send_NoResponse_IsTransient()
    {
        var http = new ScriptedHttp(ScriptedHttp.Silence, ScriptedHttp.Silence, ScriptedHttp.Silence);

        var exception = await Should.ThrowAsync<AwsException>(SendAsync(http, Get, TimeSpan.FromMilliseconds(20)));

        exception.Reason.ShouldBe("no response within 0.02 seconds.");
        exception.IsTransient.ShouldBeTrue();
        http.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Send_ConnectionFails_ThrowsWithoutTheInnerMessage()
    {
        var failure = ScriptedHttp.Throw(new HttpRequestException(HttpRequestError.ConnectionError, "https://secret.example/"));

        var exception = await Should.ThrowAsync<AwsException>(SendAsync(new ScriptedHttp(failure, failure, failure), Get));

        exception.Message.ShouldBe("lambda:GetFunction failed for function shop: the connection failed (ConnectionError).");
        exception.ToString().ShouldNotContain("secret.example");
    }

    [Fact]
    public async Task Send_Stopped_IsCanceled()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));
        var http = new ScriptedHttp(ScriptedHttp.Silence);

        await Should.ThrowAsync<OperationCanceledException>(TestClient.Create(Service, http).SendAsync(Get, stop.Token));

        http.Requests.Count.ShouldBe(1);
    }

    private static Task<byte[]> SendAsync(ScriptedHttp http, AwsRequest request, TimeSpan? attemptTimeout = null) =>
        TestClient.Create(Service, http, attemptTimeout: attemptTimeout).SendAsync(request, TestContext.Current.CancellationToken);

    private static string Header(HttpRequestMessage request, string name) => request.Headers.NonValidated[name].ToString();
}
