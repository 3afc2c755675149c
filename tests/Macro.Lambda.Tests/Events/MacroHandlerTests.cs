using System.Buffers;
using System.Text;
using System.Text.Json;
using Macro.Core.Exchange;
using Macro.Lambda.Events;
using Macro.Lambda.Runtime;
using Macro.Lambda.Tests.Fakes;

namespace Macro.Lambda.Tests.Events;

public sealed class MacroHandlerTests : IDisposable
{
    private const string Event = """{"region":"us-east-1","fragment":{"requestId":"inner"},"params":{"apiKey":"hunter2"},"requestId":"e1"}""";

    private readonly MemoryStream _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task Handle_TransformThrows_AnswersWithAFailureThatNamesTheRequest()
    {
        var answer = await HandleAsync(Event, (_, _) => throw new InvalidOperationException(FaultyHandler.Secret));

        answer.GetProperty("requestId").GetString().ShouldBe("e1");
        answer.GetProperty("status").GetString().ShouldBe("failure");
        answer.GetProperty("errorMessage").GetString().ShouldBe(
            "The Datadog macro failed with an internal fault; the template was not changed. This is a bug in the macro, please report it. "
            + "The macro's log has the details under request id r1 (macro request id e1).");
    }

    [Fact]
    public async Task Handle_TransformThrows_LogsTypesAndStackTraceWithoutMessage()
    {
        await HandleAsync(Event, (_, _) => throw new InvalidOperationException(FaultyHandler.Secret, new FormatException(FaultyHandler.Secret)));

        var line = JsonDocument.Parse(_log.ToArray()).RootElement;
        line.GetProperty("level").GetString().ShouldBe("ERROR");
        line.GetProperty("requestId").GetString().ShouldBe("r1");
        line.GetProperty("errorType").GetString().ShouldBe("System.InvalidOperationException");
        var trace = line.GetProperty("stackTrace").EnumerateArray().Select(frame => frame.GetString()!).ToList();
        trace[0].ShouldContain(nameof(MacroHandlerTests));
        trace.ShouldContain("caused by System.FormatException");
        Encoding.UTF8.GetString(_log.ToArray()).ShouldNotContain(FaultyHandler.Secret);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("\"requestId\"")]
    [InlineData("{}")]
    [InlineData("""{"requestId":7}""")]
    [InlineData("""{"requestId":{"requestId":"inner"}}""")]
    [InlineData("""{"fragment":{"requestId":"inner"},""")]
    public async Task Handle_TransformThrowsAtAnyEvent_AnswersWithoutRequestId(string payload)
    {
        var answer = await HandleAsync(payload, (_, _) => throw new InvalidOperationException());

        answer.GetProperty("requestId").GetString().ShouldBe("");
        answer.GetProperty("status").GetString().ShouldBe("failure");
    }

    [Fact]
    public async Task Handle_OutOfMemory_IsLeftToTheLoop()
    {
        await Should.ThrowAsync<OutOfMemoryException>(() => HandleAsync(Event, (_, _) => throw new InsufficientMemoryException()));
    }

    [Fact]
    public async Task Handle_Event_GivesTheTransformEventVariablesAndUnqualifiedArn()
    {
        var variables = new Dictionary<string, string> { ["DD_SERVICE"] = "shop" };
        (string? Request, MacroSettings? Settings) seen = default;

        await HandleAsync(Event, (request, settings) =>
        {
            seen = (Encoding.UTF8.GetString(request.Span), settings);
            return new MacroResponse { RequestId = "e1" };
        }, variables);

        seen.Request.ShouldBe(Event);
        seen.Settings.ShouldNotBeNull();
        seen.Settings.Variables.ShouldBeSameAs(variables);
        seen.Settings.FunctionArn.ShouldBe(Reply.FunctionArn);
    }

    private async Task<JsonElement> HandleAsync(
        string payload, Func<ReadOnlyMemory<byte>, MacroSettings, MacroResponse> transform, Dictionary<string, string>? variables = null)
    {
        var handler = new MacroHandler(transform, variables ?? [], new MacroLog(_log, TimeProvider.System));
        var response = new ArrayBufferWriter<byte>();
        var invocation = new Invocation("r1", Encoding.UTF8.GetBytes(payload), $"{Reply.FunctionArn}:live");
        await handler.HandleAsync(invocation, response, TestContext.Current.CancellationToken);
        return JsonDocument.Parse(response.WrittenMemory).RootElement;
    }
}
