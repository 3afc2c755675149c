using System.Text;
using System.Text.Json;
using Macro.Core;
using Macro.Core.Pipeline;
using Macro.Lambda.Events;
using Macro.Lambda.Logging;
using Macro.Lambda.Runtime;
using Macro.Lambda.Tests.Fakes;

namespace Macro.Lambda.Tests.Events;

public sealed class MacroHandlerTests : IDisposable
{
    private const string Event = """
        {"region":"us-east-1","fragment":{"requestId":"inner"},"params":{"apiKey":"hunter2"},"requestId":"e1"}
        """;

    private readonly MemoryStream _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task Handle_TransformThrows_RespondsWithAFailureThatNamesTheRequest()
    {
        var response = await HandleAsync(Event, (_, _) => throw new InvalidOperationException(ThrowingHandler.Secret));

        response.GetProperty("requestId").GetString().ShouldBe("e1");
        response.GetProperty("status").GetString().ShouldBe("failure");
        response.GetProperty("errorMessage").GetString()!
            .ShouldContain("The macro failed with an internal error (InvalidOperationException) in request e1");
        response.GetProperty("errorMessage").GetString()!.ShouldNotContain(ThrowingHandler.Secret);
    }

    [Fact]
    public async Task Handle_TransformThrows_LogsTypesAndStackTraceWithoutMessage()
    {
        var exception = new InvalidOperationException(ThrowingHandler.Secret, new FormatException(ThrowingHandler.Secret));

        await HandleAsync(Event, (_, _) => throw exception);

        var line = JsonDocument.Parse(_log.ToArray()).RootElement;
        line.GetProperty("level").GetString().ShouldBe("ERROR");
        line.GetProperty("requestId").GetString().ShouldBe("r1");
        line.GetProperty("macroRequestId").GetString().ShouldBe("e1");
        line.GetProperty("errorType").GetString().ShouldBe("System.InvalidOperationException");
        var trace = line.GetProperty("stackTrace").EnumerateArray().Select(frame => frame.GetString()!).ToList();
        trace[0].ShouldContain(nameof(MacroHandlerTests));
        trace.ShouldContain("caused by System.FormatException");
        Encoding.UTF8.GetString(_log.ToArray()).ShouldNotContain(ThrowingHandler.Secret);
    }

    [Fact]
    public async Task Handle_TransformThrowsForAnEventWithoutRequestId_NamesTheInvocation()
    {
        var response = await HandleAsync("nonsense", (_, _) => throw new InvalidOperationException());

        response.GetProperty("requestId").GetString().ShouldBe("r1");
        response.GetProperty("status").GetString().ShouldBe("failure");
    }

    [Fact]
    public async Task Handle_OutOfMemory_IsLeftToTheLoop()
    {
        await Should.ThrowAsync<OutOfMemoryException>(() => HandleAsync(Event, (_, _) => throw new InsufficientMemoryException()));
    }

    [Fact]
    public async Task Handle_Event_GivesTheTransformEventVariablesAndArn()
    {
        var variables = new Dictionary<string, string> { ["DD_SERVICE"] = "shop" };
        (string? Request, MacroSettings? Settings) seen = default;

        await HandleAsync(Event, (request, settings) =>
        {
            seen = (Encoding.UTF8.GetString(request.Span), settings);
            return MacroTransform.Run(request, settings);
        }, variables);

        seen.Request.ShouldBe(Event);
        seen.Settings.ShouldNotBeNull();
        seen.Settings.Variables.ShouldBeSameAs(variables);
        seen.Settings.FunctionArn.ShouldBe($"{Reply.FunctionArn}:live");
    }

    [Fact]
    public async Task Handle_Template_LogsTheResultWithoutValues()
    {
        var response = await HandleAsync(Request("""{"site":"nowhere.example","apiKey":"hunter2"}"""), MacroTransform.Run);

        response.GetProperty("status").GetString().ShouldBe("failure");
        var lines = LogLines();
        lines[0].GetProperty("level").GetString().ShouldBe("ERROR");
        lines[0].GetProperty("code").GetString().ShouldStartWith("DD");
        var result = lines[^1];
        result.GetProperty("message").GetString().ShouldBe("The template is rejected.");
        result.GetProperty("requestId").GetString().ShouldBe("r1");
        result.GetProperty("macroRequestId").GetString().ShouldBe("e1");
        result.GetProperty("diagnostics").GetInt32().ShouldBe(lines.Count - 1);
        Encoding.UTF8.GetString(_log.ToArray()).ShouldNotContain("nowhere.example");
        Encoding.UTF8.GetString(_log.ToArray()).ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task Handle_ResponseAboveLambdasLimit_RespondsWithAFailureThatSaysSo()
    {
        var response = await HandleAsync(Request("""{"enabled":"false"}""", new string('x', PayloadLimit.Bytes)), MacroTransform.Run);

        response.GetProperty("requestId").GetString().ShouldBe("e1");
        response.GetProperty("status").GetString().ShouldBe("failure");
        var lines = response.GetProperty("errorMessage").GetString()!.Split('\n');
        lines[0].ShouldBe("Nothing was instrumented: 1 problem.");
        lines[1].ShouldStartWith("DD108: The macro's response has ");
        lines[1].ShouldEndWith("bytes, and AWS Lambda allows at most 6291556. Split the template into several stacks.");
    }

    private static string Request(string parameters, string description = "") =>
        $$"""
        { "region": "us-east-1", "accountId": "123456789012", "transformId": "123456789012::DatadogServerless", "requestId": "e1",
          "params": {{parameters}}, "templateParameterValues": {}, "fragment": { "Description": "{{description}}", "Resources": {} } }
        """;

    private List<JsonElement> LogLines() =>
        [.. Encoding.UTF8.GetString(_log.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)];

    private async Task<JsonElement> HandleAsync(
        string payload,
        Func<ReadOnlyMemory<byte>, MacroSettings, InstrumentationResult> transform,
        Dictionary<string, string>? variables = null)
    {
        var handler = new MacroHandler(transform, variables ?? [], new MacroLog(_log, TimeProvider.System));
        var invocation = new Invocation("r1", Encoding.UTF8.GetBytes(payload), $"{Reply.FunctionArn}:live");
        using var response = await handler.HandleAsync(invocation, TestContext.Current.CancellationToken);
        return JsonDocument.Parse(response.Json.ToArray()).RootElement;
    }
}
