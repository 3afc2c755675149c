using System.Globalization;
using Macro.Lambda.Runtime;
using Macro.Lambda.Tests.Fakes;

namespace Macro.Lambda.Tests.Runtime;

public class RuntimeLoopTests
{
    private readonly EchoHandler _echo = new();

    [Fact]
    public async Task Run_Event_PassesEventAndHeaders()
    {
        await LoopRun.RunAsync(_echo, Reply.Event("r1", "{}"));

        var invocation = _echo.Invocations.ShouldHaveSingleItem();
        invocation.RequestId.ShouldBe("r1");
        invocation.FunctionArn.ShouldBe(Reply.FunctionArn);
        invocation.Deadline.ShouldBe(Reply.Deadline);
        invocation.TraceId.ShouldBe(Reply.TraceId);
    }

    [Fact]
    public async Task Run_Event_PostsTheHandlersResponse()
    {
        var run = await LoopRun.RunAsync(_echo, Reply.Event("r1", """{"a":"ä"}"""));

        var post = run.Posts.ShouldHaveSingleItem();
        post.Call.ShouldBe("invocation/r1/response");
        post.Text.ShouldBe("""{"a":"ä"}""");
        run.ExitStatus.ShouldBe(0);
        run.StandardError.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_ManyEvents_RespondsInOrderOverOneConnection()
    {
        var ids = Enumerable.Range(0, 2000).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToArray();

        var run = await LoopRun.RunAsync(_echo, [.. ids.Select(id => Reply.Event(id, $"\"{id}\""))]);

        run.Posts.Select(post => post.Call).ShouldBe(ids.Select(id => $"invocation/{id}/response"));
        run.Posts.Select(post => post.Text).ShouldBe(ids.Select(id => $"\"{id}\""));
        run.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task Run_EventsAtTheLimitBetweenSmallOnes_AreSentWhole()
    {
        var large = new byte[PayloadLimit.Bytes];
        Random.Shared.NextBytes(large);

        var run = await LoopRun.RunAsync(
            _echo, Reply.Event("1", "\"a\""), Reply.Event("2", large), Reply.Event("3", "\"b\""), Reply.Event("4", large));

        run.Posts[0].Text.ShouldBe("\"a\"");
        run.Posts[1].Body.AsSpan().SequenceEqual(large).ShouldBeTrue();
        run.Posts[2].Text.ShouldBe("\"b\"");
        run.Posts[3].Body.AsSpan().SequenceEqual(large).ShouldBeTrue();
    }

    [Fact]
    public async Task Run_SlowSocket_WaitsForTheWholeEvent()
    {
        var run = await LoopRun.RunAsync(_echo, Reply.Dribbled("1", """{"slow":true}"""));

        run.Posts.ShouldHaveSingleItem().Text.ShouldBe("""{"slow":true}""");
    }

    [Fact]
    public async Task Run_ChunkedEvent_ReadsToItsEnd()
    {
        var run = await LoopRun.RunAsync(_echo, Reply.Chunked("1", """{"a":""", "1}"));

        run.Posts.ShouldHaveSingleItem().Text.ShouldBe("""{"a":1}""");
    }

    [Fact]
    public async Task Run_HandlerThrows_ReportsTheErrorWithoutItsMessageAndEnds()
    {
        var run = await LoopRun.RunAsync(new ThrowingHandler(), Reply.Event("r1", "{}"), Reply.Event("r2", "{}"));

        var post = run.Posts.ShouldHaveSingleItem();
        post.Call.ShouldBe("invocation/r1/error");
        post.Headers["Lambda-Runtime-Function-Error-Type"].ShouldBe("Runtime.HandlerError");
        post.Text.ShouldContain("System.InvalidOperationException");
        run.ExitStatus.ShouldBe(1);
        run.StandardError.ShouldBe(
            "bootstrap: The handler failed with System.InvalidOperationException in request r1; the log has the stack trace.\n");
        (post.Text + run.Log + run.StandardError).ShouldNotContain(ThrowingHandler.Secret);
    }
}
