using Macro.Aws.CloudWatchLogs;
using Macro.Aws.Tests.Fakes;

namespace Macro.Aws.Tests.CloudWatchLogs;

public class CloudWatchLogsClientTests
{
    private static readonly Dictionary<string, string> Tags = new() { ["k"] = "v" };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CreateLogGroup_NewGroup_IsTrue()
    {
        var http = new ScriptedHttp(ScriptedHttp.Respond(200, ""));

        (await Create(http).CreateLogGroupAsync("/a", Tags, Stop)).ShouldBeTrue();

        ShouldHaveSent(http, "CreateLogGroup", """{"logGroupName":"/a","tags":{"k":"v"}}""");
    }

    [Fact]
    public async Task CreateLogGroup_ExistingGroup_IsFalse()
    {
        var http = new ScriptedHttp(ScriptedHttp.Respond(400, """{"__type":"ResourceAlreadyExistsException"}"""));

        (await Create(http).CreateLogGroupAsync("/a", Tags, Stop)).ShouldBeFalse();
    }

    [Fact]
    public async Task CreateLogGroup_AnotherError_Throws()
    {
        var http = new ScriptedHttp(ScriptedHttp.Respond(400, """{"__type":"InvalidParameterException","message":"Bad name."}"""));

        (await Should.ThrowAsync<AwsException>(Create(http).CreateLogGroupAsync("/a", Tags, Stop))).Message.ShouldBe(
            "logs:CreateLogGroup failed for log group /a: InvalidParameterException (400). AWS says: Bad name.");
    }

    [Fact]
    public async Task PutRetentionPolicy_Days_AreSent()
    {
        var http = new ScriptedHttp(ScriptedHttp.Respond(200, ""));

        await Create(http).PutRetentionPolicyAsync("/a", 14, Stop);

        ShouldHaveSent(http, "PutRetentionPolicy", """{"logGroupName":"/a","retentionInDays":14}""");
    }

    [Theory]
    [InlineData("<html>Service Unavailable</html>")]
    [InlineData("")]
    public async Task Reads_ResponseThatIsNotJson_NameTheCall(string body)
    {
        var client = Create(new ScriptedHttp(ScriptedHttp.Respond(200, body), ScriptedHttp.Respond(200, body)));

        (await Should.ThrowAsync<AwsException>(client.DescribeSubscriptionFiltersAsync("/a", Stop))).Message
            .ShouldBe("logs:DescribeSubscriptionFilters failed for log group /a: the response is not JSON.");
        (await Should.ThrowAsync<AwsException>(client.FindTagAsync("arn:a", "k", Stop))).Message
            .ShouldBe("logs:ListTagsForResource failed for log group arn:a: the response is not JSON.");
    }

    [Fact]
    public async Task DescribeSubscriptionFilters_Response_IsRead()
    {
        var http = new ScriptedHttp(ScriptedHttp.Respond(200, """
            {
              "subscriptionFilters": [
                { "filterName": "audit", "destinationArn": "arn:a", "filterPattern": "" },
                { "filterName": "b", "destinationArn": "c" }
              ]
            }
            """));

        (await Create(http).DescribeSubscriptionFiltersAsync("/a", Stop)).ShouldBe([new("audit", "arn:a"), new("b", "c")]);

        ShouldHaveSent(http, "DescribeSubscriptionFilters", """{"logGroupName":"/a"}""");
    }

    [Fact]
    public async Task DeleteSubscriptionFilter_Name_IsSent()
    {
        var http = new ScriptedHttp(ScriptedHttp.Respond(200, ""));

        await Create(http).DeleteSubscriptionFilterAsync("/a", "audit", Stop);

        ShouldHaveSent(http, "DeleteSubscriptionFilter", """{"logGroupName":"/a","filterName":"audit"}""");
    }

    [Theory]
    [InlineData("""{"tags":{"k":"v","l":"w"}}""", "v")]
    [InlineData("""{"tags":{"l":"w"}}""", null)]
    [InlineData("""{"tags":{}}""", null)]
    [InlineData("{}", null)]
    public async Task FindTag_Response_IsRead(string response, string? expected)
    {
        var http = new ScriptedHttp(ScriptedHttp.Respond(200, response));

        (await Create(http).FindTagAsync("arn:aws:logs:us-east-1:123456789012:log-group:/a", "k", Stop)).ShouldBe(expected);

        ShouldHaveSent(http, "ListTagsForResource", """{"resourceArn":"arn:aws:logs:us-east-1:123456789012:log-group:/a"}""");
    }

    private static CloudWatchLogsClient Create(ScriptedHttp http) => new(TestClient.Create(CloudWatchLogsClient.Service, http));

    private static void ShouldHaveSent(ScriptedHttp http, string operation, string body)
    {
        var (request, sent) = http.Requests.ShouldHaveSingleItem();
        request.Method.ShouldBe(HttpMethod.Post);
        request.Headers.NonValidated["X-Amz-Target"].ToString().ShouldBe($"Logs_20140328.{operation}");
        request.Content!.Headers.NonValidated["Content-Type"].ToString().ShouldBe("application/x-amz-json-1.1");
        sent.ShouldBe(body);
    }
}
