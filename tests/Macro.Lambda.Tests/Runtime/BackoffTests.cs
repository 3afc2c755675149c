using System.Net;
using Macro.Lambda.Runtime;

namespace Macro.Lambda.Tests.Runtime;

public class BackoffTests
{
    private int _calls;

    [Fact]
    public async Task Run_TransientFault_IsTriedAsOftenAsSaid()
    {
        var retries = 0;

        await Should.ThrowAsync<IOException>(RunAsync(new IOException(), _ => retries++));

        _calls.ShouldBe(4);
        retries.ShouldBe(3);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, 4)]
    [InlineData(HttpStatusCode.ServiceUnavailable, 4)]
    [InlineData(HttpStatusCode.Forbidden, 1)]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, 1)]
    public async Task Run_Status_IsTriedAgainFrom500(HttpStatusCode status, int calls)
    {
        await Should.ThrowAsync<HttpRequestException>(RunAsync(new HttpRequestException(null, null, status)));

        _calls.ShouldBe(calls);
    }

    [Fact]
    public async Task Run_FaultOfAnotherKind_IsNotTriedAgain()
    {
        await Should.ThrowAsync<BootstrapException>(RunAsync(new BootstrapException("no")));

        _calls.ShouldBe(1);
    }

    private Task<int> RunAsync(Exception fault, Action<Exception>? retrying = null) =>
        new Backoff(4, TimeSpan.Zero).RunAsync<int>(() =>
        {
            _calls++;
            throw fault;
        }, retrying ?? (_ => { }), TestContext.Current.CancellationToken);
}
