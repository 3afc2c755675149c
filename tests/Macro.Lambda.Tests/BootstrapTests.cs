using System.Net;
using System.Net.Sockets;
using System.Text;
using Macro.Lambda.Logging;
using Macro.Lambda.Runtime;
using Macro.Lambda.Tests.Fakes;

namespace Macro.Lambda.Tests;

public class BootstrapTests
{
    [Fact]
    public async Task Run_InitializationThrows_ReportsItWithoutItsMessageAndEnds()
    {
        var run = await LoopRun.RunAsync(() => throw new FormatException(ThrowingHandler.Secret), [Reply.Event("never", "{}")]);

        var post = run.Posts.ShouldHaveSingleItem();
        post.Call.ShouldBe("init/error");
        post.Headers["Lambda-Runtime-Function-Error-Type"].ShouldBe("Runtime.InitError");
        post.Text.ShouldContain("System.FormatException");
        run.ExitStatus.ShouldBe(1);
        run.StandardError.ShouldBe("bootstrap: Initialization failed with System.FormatException; the log has the stack trace.\n");
        (post.Text + run.Log + run.StandardError).ShouldNotContain(ThrowingHandler.Secret);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no host")]
    public async Task Run_NoEndpoint_EndsWithStatusAndMessage(string? endpoint)
    {
        var (status, error) = await RunAsync(endpoint);

        status.ShouldBe(1);
        error.ShouldBe("bootstrap: AWS_LAMBDA_RUNTIME_API must be a host and port. This program runs inside AWS Lambda.\n");
    }

    [Fact]
    public async Task Run_ConnectionIsRefused_EndsWithStatusAndMessage()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var endpoint = listener.LocalEndpoint.ToString();
        listener.Stop();

        var (status, error) = await RunAsync(endpoint);

        status.ShouldBe(1);
        error.ShouldBe("bootstrap: The Runtime API call invocation/next failed with ConnectionError.\n");
    }

    private static async Task<(int Status, string Error)> RunAsync(string? endpoint)
    {
        using var standardError = new MemoryStream();
        var bootstrap = new Bootstrap(endpoint, new MacroLog(Stream.Null, TimeProvider.System), standardError);
        var backoff = new Backoff(3, TimeSpan.Zero);
        var status = await bootstrap.RunAsync(() => new EchoHandler(), backoff, TestContext.Current.CancellationToken);
        return (status, Encoding.UTF8.GetString(standardError.ToArray()));
    }
}
