using System.Buffers;
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
        var response = new ArrayBufferWriter<byte>();

        var invocation = new Invocation("r1", Encoding.UTF8.GetBytes(payload));
        await _dispatcher.HandleAsync(invocation, response, TestContext.Current.CancellationToken);

        Encoding.UTF8.GetString(response.WrittenSpan).ShouldBe(expected);
    }

    [Fact]
    public void Handle_NoHandlerAccepts_Throws() =>
        Should.Throw<InvalidOperationException>(() => new EventDispatcher().HandleAsync(new Invocation("r1", default), new(), default));

    private sealed class Handler(string prefix, string text) : IEventHandler
    {
        public bool Accepts(ReadOnlySpan<byte> payload) => payload.StartsWith(Encoding.UTF8.GetBytes(prefix));

        public Task HandleAsync(Invocation invocation, ArrayBufferWriter<byte> response, CancellationToken stop)
        {
            response.Write(Encoding.UTF8.GetBytes(text));
            return Task.CompletedTask;
        }
    }
}
