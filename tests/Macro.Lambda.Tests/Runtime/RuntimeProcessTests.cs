using Macro.Lambda.Tests.Fakes;

namespace Macro.Lambda.Tests.Runtime;

/// <summary>The real process, ended by a signal.</summary>
public class RuntimeProcessTests
{
    private const string Event = """
        { "region": "us-east-1", "accountId": "123456789012", "transformId": "123456789012::DatadogServerless", "requestId": "e1",
          "params": {}, "templateParameterValues": {}, "fragment": { "Resources": {} } }
        """;

    [Fact]
    public async Task Process_SigtermWhileIdle_EndsWithStatus0()
    {
        await using var api = new FakeRuntimeApi([]);
        using var process = new BootstrapProcess(api);

        (await process.EndAfterAsync(api)).ExitStatus.ShouldBe(0);
        api.Posts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("KILL", 128 + 9)]
    [InlineData("TERM", 0)]
    public async Task Process_EndedWhilePosting_NextOnePostsTheSame(string signal, int status)
    {
        await using var silent = new FakeRuntimeApi([Reply.Event("r1", Event)], [Reply.Silence]);
        using var first = new BootstrapProcess(silent);
        while (silent.Posts.IsEmpty) await Task.Delay(20, TestContext.Current.CancellationToken);
        first.Signal(signal);
        (await first.EndAsync()).ExitStatus.ShouldBe(status);

        await using var api = new FakeRuntimeApi([Reply.Event("r1", Event)]);
        using var second = new BootstrapProcess(api);
        (await second.EndAfterAsync(api)).ExitStatus.ShouldBe(0);

        api.Posts.ShouldHaveSingleItem().Text.ShouldBe(silent.Posts.ShouldHaveSingleItem().Text);
    }
}
