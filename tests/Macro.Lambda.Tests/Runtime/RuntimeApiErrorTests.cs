using Macro.Lambda.Tests.Fakes;

namespace Macro.Lambda.Tests.Runtime;

public class RuntimeApiErrorTests
{
    private readonly EchoHandler _echo = new();

    public static TheoryData<string> Errors => ["status", "closed", "cut off", "garbage"];

    [Theory, MemberData(nameof(Errors))]
    public async Task Next_FailsOnce_IsCalledAgain(string error)
    {
        var run = await LoopRun.RunAsync(_echo, Error(error), Reply.Event("r2", "\"second\""));

        run.Posts.ShouldHaveSingleItem().Text.ShouldBe("\"second\"");
        run.ExitStatus.ShouldBe(0);
    }

    [Theory, MemberData(nameof(Errors))]
    public async Task Next_FailsEachTime_EndsWithStatusAndMessage(string error)
    {
        // More replies than attempts: HttpClient itself repeats a call that got no byte back.
        var run = await LoopRun.RunAsync(_echo, [.. Enumerable.Range(0, 20).Select(_ => Error(error))]);

        run.ExitStatus.ShouldBe(1);
        run.StandardError.ShouldStartWith("bootstrap: The Runtime API call invocation/next failed with ");
        run.Posts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Next_IsRefused_EndsAtOnce()
    {
        var run = await LoopRun.RunAsync(_echo, Reply.Status(403), Reply.Event("late", "{}"));

        run.ExitStatus.ShouldBe(1);
        run.StandardError.ShouldBe("bootstrap: The Runtime API call invocation/next failed with status 403.\n");
        run.Posts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Lambda-Runtime-Aws-Request-Id:\r\n")]
    public async Task Next_WithoutRequestId_Ends(string headers)
    {
        var run = await LoopRun.RunAsync(_echo, Reply.WithHeaders(headers, "{}"));

        run.ExitStatus.ShouldBe(1);
        run.StandardError.ShouldBe("bootstrap: The Runtime API delivered an invocation without a request id.\n");
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("1e3")]
    [InlineData("9223372036854775807")]
    [InlineData("99999999999999999999")]
    [InlineData("1, 2")]
    public async Task Next_InvalidDeadline_IsIgnored(string deadline)
    {
        var headers = $"Lambda-Runtime-Aws-Request-Id: r1\r\nLambda-Runtime-Deadline-Ms: {deadline}\r\n";

        var run = await LoopRun.RunAsync(_echo, Reply.WithHeaders(headers, "\"event\""));

        run.Posts.ShouldHaveSingleItem().Text.ShouldBe("\"event\"");
        _echo.Invocations.ShouldHaveSingleItem().Deadline.ShouldBeNull();
    }

    [Fact]
    public async Task Next_RequestIdWithSlashes_IsEscaped()
    {
        var run = await LoopRun.RunAsync(_echo, Reply.WithHeaders("Lambda-Runtime-Aws-Request-Id: ../../init/x?y#z\r\n", "{}"));

        run.Posts.ShouldHaveSingleItem().Call.ShouldBe("invocation/..%2F..%2Finit%2Fx%3Fy%23z/response");
    }

    [Fact]
    public async Task Response_ConnectionIsCut_IsSentAgain()
    {
        var run = await LoopRun.RunAsync(() => _echo, [Reply.Event("r1", "\"once\""), Reply.Event("r2", "\"next\"")], [Reply.Closed]);

        run.Posts.Select(post => post.Text).ShouldBe(["\"once\"", "\"once\"", "\"next\""]);
        _echo.Invocations.Count.ShouldBe(2);
        run.ExitStatus.ShouldBe(0);
    }

    [Fact]
    public async Task Response_IsAcceptedAndThenCutOff_IsNotSentAgain()
    {
        var run = await LoopRun.RunAsync(
            () => _echo, [Reply.Event("r1", "\"once\""), Reply.Event("r2", "\"next\"")], [Reply.AcceptedAndCutOff]);

        run.Posts.Select(post => post.Text).ShouldBe(["\"once\"", "\"next\""]);
        run.ExitStatus.ShouldBe(0);
    }

    [Fact]
    public async Task Response_FailsOnce_IsSentAgain()
    {
        var run = await LoopRun.RunAsync(() => _echo, [Reply.Event("r1", "\"once\"")], [Reply.Status(500)]);

        run.Posts.Select(post => post.Text).ShouldBe(["\"once\"", "\"once\""]);
        _echo.Invocations.Count.ShouldBe(1);
        run.ExitStatus.ShouldBe(0);
    }

    [Fact]
    public async Task Response_IsRefused_EndsWithStatusAndMessage()
    {
        var run = await LoopRun.RunAsync(() => _echo, [Reply.Event("r1", "{}")], [Reply.Status(413)]);

        run.ExitStatus.ShouldBe(1);
        run.StandardError.ShouldBe("bootstrap: The Runtime API call invocation/r1/response failed with status 413.\n");
    }

    private static Reply Error(string name) => name switch
    {
        "status" => Reply.Status(503),
        "closed" => Reply.Closed,
        "garbage" => Reply.Garbage,
        _ => Reply.CutOff("r1", "\"first\""),
    };
}
