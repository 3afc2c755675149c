using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Macro.Lambda.Events;
using Macro.Lambda.LogGroups;
using Macro.Lambda.Logging;
using Macro.Lambda.Runtime;
using Macro.Lambda.Tests.Fakes;

namespace Macro.Lambda.Tests.LogGroups;

public sealed class CustomResourceResponseSenderTests : IDisposable
{
    private const string Query = "?X-Amz-Signature=0123456789abcdef";

    private readonly FakeAws _aws = new();
    private readonly MemoryStream _log = new();
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private string Log => Encoding.UTF8.GetString(_log.ToArray());

    public void Dispose()
    {
        Log.ShouldNotContain("0123456789abcdef");
        _aws.Dispose();
        _log.Dispose();
        _http.Dispose();
    }

    [Theory]
    [InlineData(403, "")]
    [InlineData(404, "")]
    [InlineData(301, ", a redirect, which is not followed")]
    [InlineData(307, ", a redirect, which is not followed")]
    public async Task Send_Refused_IsLoggedAndNeitherRepeatedNorFollowed(int status, string also)
    {
        _aws.ResponseErrors.Enqueue(status);

        await SendAsync(_aws.Url, TimeSpan.FromMinutes(1));

        _aws.Responses.ShouldBeEmpty();
        var message = string.Create(
            CultureInfo.InvariantCulture, $"The response was refused with status {status}{also}. The stack waits until its timeout.");
        Log.ShouldContain($"\"level\":\"ERROR\",\"message\":\"{message}\"");
    }

    [Fact]
    public async Task Send_ErrorsOfS3_AreRepeated()
    {
        _aws.ResponseErrors.Enqueue(500);
        _aws.ResponseErrors.Enqueue(503);

        await SendAsync(_aws.Url, TimeSpan.FromMinutes(1));

        _aws.Responses.ShouldHaveSingleItem();
        Log.ShouldContain("Sending the response failed with status 500. It is sent again.");
        Log.ShouldContain("Sending the response failed with status 503. It is sent again.");
    }

    [Fact]
    public async Task Send_S3FailsEachTime_GivesUp()
    {
        for (var i = 0; i < 10; i++) _aws.ResponseErrors.Enqueue(500);

        (await Should.ThrowAsync<InvocationFailedException>(SendAsync(_aws.Url, TimeSpan.FromMinutes(1)))).Message
            .ShouldBe("The response did not reach CloudFormation in 3 attempts; the last one failed with status 500.");

        _aws.ResponseErrors.Count.ShouldBe(7);
    }

    [Fact]
    public async Task Send_ConnectionIsRefused_GivesUp() =>
        (await Should.ThrowAsync<InvocationFailedException>(SendAsync(Closed(), TimeSpan.FromMinutes(1)))).Message
            .ShouldBe("The response did not reach CloudFormation in 3 attempts; the last one failed with ConnectionError.");

    [Fact]
    public async Task Send_SilenceOnce_IsRepeated()
    {
        _aws.ResponseErrors.Enqueue(0);

        await SendAsync(_aws.Url, TimeSpan.FromMinutes(1));

        _aws.Responses.ShouldHaveSingleItem();
        Log.ShouldContain("Sending the response failed with a timeout. It is sent again.");
    }

    [Fact]
    public async Task Send_SilenceUntilTheDeadline_GivesUp()
    {
        _aws.ResponseErrors.Enqueue(0);

        (await Should.ThrowAsync<InvocationFailedException>(SendAsync(_aws.Url, TimeSpan.FromMilliseconds(300)))).Message
            .ShouldBe("The response did not reach CloudFormation before the function's time ran out.");
    }

    [Fact]
    public async Task Loop_ResponseCannotBeSent_FailsTheInvocationAndTakesTheNextEvent()
    {
        var handler = new LogGroupsHandler(_aws.Variable, new MacroLog(_log, TimeProvider.System), TimeProvider.System);
        var unreachable = new CustomResourceEvent(Closed() + Query) { Names = ["/aws/lambda/a"] };

        var run = await LoopRun.RunAsync(
            new EventDispatcher(handler, new EchoHandler()),
            Reply.Event("r1", unreachable.Payload, DateTimeOffset.UtcNow.AddSeconds(4)), Reply.Event("r2", "\"next\""));

        run.ExitStatus.ShouldBe(0);
        run.Posts.Select(post => post.Call).ShouldBe(["invocation/r1/error", "invocation/r2/response"]);
        run.Posts[0].Text.ShouldContain("The response did not reach CloudFormation");
        run.Log.ShouldContain("\"level\":\"ERROR\",\"message\":\"The response did not reach CloudFormation");
        (run.Log + run.Posts[0].Text).ShouldNotContain("0123456789abcdef");
    }

    private Task SendAsync(string url, TimeSpan time) =>
        new CustomResourceResponseSender(_http, new Backoff(3, TimeSpan.Zero), new MacroLog(_log, TimeProvider.System), "r1")
            .SendAsync(new Uri(url + Query), "{}"u8.ToArray(), time, TestContext.Current.CancellationToken);

    private static string Closed()
    {
        using var port = new TcpListener(IPAddress.Loopback, 0);
        port.Start();
        return $"http://{port.LocalEndpoint}/";
    }
}
