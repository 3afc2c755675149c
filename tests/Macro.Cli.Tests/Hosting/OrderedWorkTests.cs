using Macro.Cli.Hosting;

namespace Macro.Cli.Tests.Hosting;

public class OrderedWorkTests
{
    [Fact]
    public async Task ForEach_WorkThatEndsInAnyOrder_HandsOverInOrder()
    {
        var results = new List<int>();

        await OrderedWork.ForEachAsync(Enumerable.Range(0, 200), async (i, stop) =>
        {
            await Task.Delay(i % 7, stop);
            return 2 * i;
        }, (i, result) => results.Add(result - i), TestContext.Current.CancellationToken);

        results.ShouldBe(Enumerable.Range(0, 200));
    }

    [Fact]
    public async Task ForEach_SlowFirstItem_BeginsNoMoreThanTheWindow()
    {
        var (begun, first) = (0, new TaskCompletionSource());

        var work = OrderedWork.ForEachAsync(Items(), async (i, _) =>
        {
            if (i == 0) await first.Task;
            return i;
        }, (_, _) => { }, TestContext.Current.CancellationToken);

        begun.ShouldBeLessThanOrEqualTo(OrderedWork.Window + 1);
        first.SetResult();
        await work;
        begun.ShouldBe(1000);

        IEnumerable<int> Items()
        {
            for (var i = 0; i < 1000; i++)
            {
                begun++;
                yield return i;
            }
        }
    }

    [Fact]
    public async Task ForEach_UseThatFails_BeginsNoMoreAndThrows()
    {
        var begun = 0;

        await Should.ThrowAsync<IOException>(() => OrderedWork.ForEachAsync(
            Enumerable.Range(0, 10_000),
            (i, _) => Task.FromResult(Interlocked.Increment(ref begun)),
            (i, _) => throw new IOException(),
            TestContext.Current.CancellationToken));

        begun.ShouldBeLessThanOrEqualTo(OrderedWork.Window + 1);
    }

    [Fact]
    public async Task ForEach_Cancelled_Throws()
    {
        using var cancel = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(() => OrderedWork.ForEachAsync(
            Enumerable.Range(0, 10_000), async (i, stop) =>
            {
                await Task.Delay(1, stop);
                return i;
            }, (i, _) => cancel.Cancel(), cancel.Token));
    }
}
