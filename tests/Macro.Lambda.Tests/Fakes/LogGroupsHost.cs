using System.Text;
using System.Text.Json;
using Macro.Lambda.LogGroups;
using Macro.Lambda.Logging;
using Macro.Lambda.Runtime;

namespace Macro.Lambda.Tests.Fakes;

/// <summary>The handler of log groups in this process, with a fake of AWS.</summary>
internal sealed class LogGroupsHost : IDisposable
{
    private readonly MemoryStream _log = new();

    /// <summary>One log for all events: it is thread-safe, unlike the stream.</summary>
    private readonly MacroLog _macroLog;

    public LogGroupsHost() => _macroLog = new MacroLog(_log, TimeProvider.System);

    public FakeAws Aws { get; } = new();

    /// <summary>A Create event for one log group.</summary>
    public CustomResourceEvent Event => new(Aws.Url) { Names = ["/aws/lambda/a"] };

    public string Log => Encoding.UTF8.GetString(_log.ToArray());

    public void Dispose()
    {
        Aws.Dispose();
        _log.Dispose();
    }

    /// <summary>Handles an event and returns the response to CloudFormation.</summary>
    public Task<JsonElement> RespondAsync(CustomResourceEvent @event) => RespondAsync(@event.Payload);

    /// <inheritdoc cref="RespondAsync(CustomResourceEvent)"/>
    public async Task<JsonElement> RespondAsync(
        byte[] payload, DateTimeOffset? deadline = null, Func<string, string?>? variable = null)
    {
        await HandleAsync(payload, deadline, variable);
        var response = Aws.Responses.ShouldHaveSingleItem();
        response.ContentType.ShouldBeNull();
        response.ContentLength.ShouldBe(response.Bytes);
        return response.Body;
    }

    /// <summary>Handles an event.</summary>
    public async Task HandleAsync(
        byte[] payload,
        DateTimeOffset? deadline = null,
        Func<string, string?>? variable = null,
        TimeProvider? clock = null,
        string? functionArn = Reply.FunctionArn)
    {
        var handler = new LogGroupsHandler(variable ?? Aws.Variable, _macroLog, clock ?? TimeProvider.System);
        handler.Accepts(payload).ShouldBeTrue();
        var invocation = new Invocation("r1", payload, functionArn, deadline);
        using var response = await handler.HandleAsync(invocation, TestContext.Current.CancellationToken);
    }
}
