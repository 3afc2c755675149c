using System.Text;
using Macro.Lambda.Events;
using Macro.Lambda.Runtime;

namespace Macro.Lambda.Tests.Events;

public class EventDispatcherTests
{
    private readonly EventDispatcher _dispatcher = new(new Handler("a", "first"), new Handler("", "second"));

    [Theory]
    [InlineData("abc", "first")]
    [InlineData("bcd", "second")]
    public async Task Handle_Event_GoesToTheFirstHandlerThatAcceptsIt(string payload, string expected)
    {
        var invocation = new Invocation("r1", Encoding.UTF8.GetBytes(payload));
        using var response = await _dispatcher.HandleAsync(invocation, TestContext.Current.CancellationToken);

        Encoding.UTF8.GetString(response.Json.Span).ShouldBe(expected);
    }

    [Fact]
    public void Handle_NoHandlerAccepts_Throws() =>
        Should.Throw<InvalidOperationException>(() => new EventDispatcher().HandleAsync(new Invocation("r1", default), default));

    private sealed class Handler(string prefix, string text) : IEventHandler
    {
        public bool Accepts(ReadOnlySpan<byte> payload) => payload.StartsWith(Encoding.UTF8.GetBytes(prefix));

        public Task<EventResponse> HandleAsync(Invocation invocation, CancellationToken stop) =>
            Task.FromResult(new EventResponse(Encoding.UTF8.GetBytes(text)));
    }
}
