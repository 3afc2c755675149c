using System.Net;
using Macro.Lambda.Runtime;

namespace Macro.Lambda.Tests.Runtime;

public class BackoffTests
{
    private readonly Backoff _backoff = new(4, TimeSpan.Zero);
    private int _calls;

    [Fact]
    public async Task Run_TransientError_IsRepeatedUpToTheLimit()
    {
        var retries = 0;

        await Should.ThrowAsync<IOException>(RunAsync(_backoff, new IOException(), _ => retries++));

        _calls.ShouldBe(4);
        retries.ShouldBe(3);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, 4)]
    [InlineData(HttpStatusCode.ServiceUnavailable, 4)]
    [InlineData(HttpStatusCode.Forbidden, 1)]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, 1)]
    public async Task Run_Status_IsRepeatedFrom500(HttpStatusCode status, int calls)
    {
        await Should.ThrowAsync<HttpRequestException>(RunAsync(_backoff, new HttpRequestException(null, null, status)));

        _calls.ShouldBe(calls);
    }

    [Fact]
    public async Task Run_AnotherError_IsNotRepeated()
    {
        await Should.ThrowAsync<BootstrapException>(RunAsync(_backoff, new BootstrapException("no")));

        _calls.ShouldBe(1);
    }

    [Fact]
    public async Task Run_OwnCondition_ReplacesTheDefault()
    {
        var backoff = _backoff with { IsTransient = exception => exception is BootstrapException };

        await Should.ThrowAsync<BootstrapException>(RunAsync(backoff, new BootstrapException("no")));
        _calls.ShouldBe(4);

        await Should.ThrowAsync<IOException>(RunAsync(backoff, new IOException()));
        _calls.ShouldBe(5);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_Delays_EndWithTheirToken(bool hasJitter)
    {
        using var stop = new CancellationTokenSource();
        var backoff = new Backoff(4, TimeSpan.FromDays(1)) { HasJitter = hasJitter };

        await Should.ThrowAsync<OperationCanceledException>(backoff.RunAsync(Fail, _ => stop.Cancel(), stop.Token));

        _calls.ShouldBe(1);
    }

    [Fact]
    public async Task Run_MaxDelay_LimitsTheDelays()
    {
        var backoff = new Backoff(40, TimeSpan.FromTicks(1)) { MaxDelay = TimeSpan.FromMilliseconds(1) };

        // Without the limit the last delay would be hours.
        await Should.ThrowAsync<IOException>(RunAsync(backoff, new IOException()))
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        _calls.ShouldBe(40);
    }

    private Task RunAsync(Backoff backoff, Exception exception, Action<Exception>? onRetry = null) => backoff.RunAsync(() =>
    {
        _calls++;
        throw exception;
    }, onRetry ?? (_ => { }), TestContext.Current.CancellationToken);

    private Task Fail()
    {
        _calls++;
        throw new IOException();
    }
}
