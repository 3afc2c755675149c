using System.Globalization;

namespace Macro.Lambda.Tests.Fakes;

/// <summary>
/// A process that ends while it handles the event of a custom resource, and the next process, to which Lambda sends the same event again.
/// </summary>
internal static class CutOff
{
    private const string Legacy = "datadog-serverless-macro-filter";

    private const string Own = "datadog-forwarder";

    private static readonly string[] Names =
        [.. Enumerable.Range(0, 40).Select(i => string.Create(CultureInfo.InvariantCulture, $"/aws/lambda/f{i}"))];

    /// <summary>Ends the first process by a signal after half of the groups; the result must be the same as without it.</summary>
    public static async Task RunAsync(string signal, Func<FakeRuntimeApi, IReadOnlyDictionary<string, string>, BootstrapProcess> start)
    {
        using var aws = new FakeAws();
        // Groups that exist already, each with a filter to remove.
        foreach (var name in Names[..10])
        {
            aws.Groups[name] = null;
            aws.Filters[(name, Legacy)] = CustomResourceEvent.Forwarder;
            aws.Filters[(name, Own)] = CustomResourceEvent.Forwarder;
        }
        var @event = new CustomResourceEvent(aws.Url) { Names = Names, RetentionInDays = "14", LegacyNames = Names };

        await StartAndEndAsync(signal, aws, @event, start);

        aws.Responses.ShouldBeEmpty();
        aws.Groups.Count.ShouldBeInRange(11, Names.Length - 1);

        aws.Error = (_, _) => null;
        await using var api = new FakeRuntimeApi([Reply.Event("r1", @event.Payload, DateTimeOffset.UtcNow.AddMinutes(5))]);
        using var second = start(api, aws.Variables);
        await second.EndAfterAsync(api);

        api.Posts.ShouldHaveSingleItem().Call.ShouldBe("invocation/r1/response");
        aws.Responses.ShouldHaveSingleItem().Body.GetProperty("Status").GetString().ShouldBe("SUCCESS");
        aws.Groups.Keys.ShouldBe(Names, ignoreOrder: true);
        Names[..10].ShouldAllBe(name => aws.Groups[name] == null);
        Names[10..].ShouldAllBe(name => aws.Groups[name] == 14);
        aws.Filters.Keys.ShouldAllBe(filter => filter.Name == Own);
        aws.Done.Where(call => call.StartsWith("CreateLogGroup", StringComparison.Ordinal))
            .ShouldBe(Names[10..].Select(name => $"CreateLogGroup {name}"), ignoreOrder: true);
    }

    private static async Task StartAndEndAsync(
        string signal,
        FakeAws aws,
        CustomResourceEvent @event,
        Func<FakeRuntimeApi, IReadOnlyDictionary<string, string>, BootstrapProcess> start)
    {
        var half = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var made = 0;
        aws.Error = (action, _) =>
        {
            if (action == "CreateLogGroup" && Interlocked.Increment(ref made) == Names.Length / 2) half.TrySetResult();
            return half.Task.IsCompleted ? (0, "silence") : null;
        };
        await using var api = new FakeRuntimeApi([Reply.Event("r1", @event.Payload, DateTimeOffset.UtcNow.AddMinutes(5))]);
        using var first = start(api, aws.Variables);
        await half.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        first.Signal(signal);
        var (status, _) = await first.EndAsync();
        status.ShouldBe(signal == "TERM" ? 0 : 128 + 9);
        api.Posts.ShouldBeEmpty();
    }
}
