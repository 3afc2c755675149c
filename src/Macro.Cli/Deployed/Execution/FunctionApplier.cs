using Macro.Aws;
using Macro.Aws.Lambda;
using Macro.Cli.Deployed.Access;
using Macro.Cli.Deployed.Messages;
using Macro.Cli.Deployed.Planning;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Deployed.Execution;

/// <summary>Makes the calls that change one function, in the order in which a failure loses nothing.</summary>
/// <param name="clients">The clients of the region.</param>
/// <param name="work">What is done.</param>
/// <param name="clock">Measures the delays.</param>
internal sealed class FunctionApplier(RegionClients clients, FunctionWork work, TimeProvider clock)
{
    private readonly FunctionConfiguration _function = work.State.Configuration;
    private readonly UpdateWaiter _waiter = new(clients, clock);
    private readonly List<string> _done = [];
    private bool _isUpdated;

    private ResourceTarget Target => new(_function.Name);

    /// <summary>Changes the function.</summary>
    /// <returns>What failed; null when all is done.</returns>
    /// <exception cref="AwsException">The first changing call failed; nothing is done.</exception>
    public async Task<Diagnostic?> ApplyAsync()
    {
        try
        {
            if (work.Edits.Tags.Remembered.Count > 0) await TagAsync(work.Edits.Tags.Remembered, "what has to be remembered");
            if (!work.Edits.Update.IsEmpty && await UpdateAsync() is { } failure) return failure;
            var logError = await TryAsync(ApplyLogsAsync);
            // The tags remember what is not taken back yet.
            var tagError = await TryAsync(() => ApplyTagsAsync(isComplete: logError is null));
            if (tagError is not null && _isUpdated && IsForgotten) return await RestoreAsync(Describe(tagError));
            if ((logError ?? tagError) is { } error) return Unfinished(error);
            if (work.Release is { } release) await ReleaseAsync(release);
            return null;
        }
        catch (AwsException exception) when (_done.Count > 0 && exception.Code != Precondition.Failed)
        {
            return Unfinished(exception);
        }
    }

    /// <summary>
    /// Whether the next run could not know that the function is instrumented: nothing had to be remembered, and the mark is missing.
    /// </summary>
    private bool IsForgotten => !work.State.Tags.IsOurs && work.Edits.Tags.Remembered.Count == 0 && work.Edits.Tags.Removed.Count == 0;

    private async Task<Diagnostic?> UpdateAsync()
    {
        await clients.Lambda.UpdateFunctionConfigurationAsync(_function.Arn, work.Edits.Update, _function.RevisionId,
            CancellationToken.None);
        _isUpdated = true;
        var updated = await _waiter.WaitAsync(_function.Arn);
        if (updated.LastUpdateStatus == "Failed") return await RestoreAsync(Safe(updated.LastUpdateReason ?? "Lambda gives no reason"));
        _done.Add("the configuration");
        return null;
    }

    /// <summary>Puts the old configuration back.</summary>
    private async Task<Diagnostic> RestoreAsync(string reason)
    {
        var update = work.Edits.Update;
        var old = new FunctionUpdate
        {
            Handler = update.Handler is null ? null : _function.Handler,
            Layers = update.Layers is null ? null : _function.Layers,
            Variables = update.Variables is null ? null : _function.Variables,
            TracingMode = update.TracingMode is null ? null : _function.TracingMode,
            Command = update.Command is null ? null : _function.Command,
        };
        var error = await TryAsync(async () =>
        {
            await clients.Lambda.UpdateFunctionConfigurationAsync(_function.Arn, old, revisionId: null, CancellationToken.None);
            await _waiter.WaitAsync(_function.Arn);
        });
        return DeployedDiagnostics.UpdateFailed.For(Target, reason.TrimEnd('.'), error is null
            ? "The old configuration is back in place."
            : $"The old configuration could not be put back: {Describe(error)}");
    }

    private async Task ApplyLogsAsync()
    {
        if (work.Edits.Logs is not { } logs) return;
        var applier = new LogGroupApplier(clients.Logs, _done);
        await applier.CreateGroupAsync(logs);
        await applier.SubscribeAsync(logs);
    }

    private async Task ApplyTagsAsync(bool isComplete)
    {
        var tags = work.Edits.Tags;
        if (tags.Set.Count > 0) await TagAsync(tags.Set, "the tags");
        if (isComplete && tags.Removed.Count > 0)
            await clients.Lambda.UntagResourceAsync(_function.Arn, tags.Removed, CancellationToken.None);
    }

    private async Task TagAsync(IReadOnlyDictionary<string, string> tags, string what)
    {
        await clients.Lambda.TagResourceAsync(_function.Arn, tags, CancellationToken.None);
        _done.Add(what);
    }

    private async Task ReleaseAsync(ReleasePlan release)
    {
        var version = await clients.Lambda.PublishVersionAsync(
            _function.Arn, revisionId: null, _function.HasManagedInstances, CancellationToken.None);
        await _waiter.WaitAsync(_function.Arn, version);
        _done.Add($"version {version}");
        if (release.Alias is { } alias) await clients.Lambda.UpdateAliasAsync(_function.Arn, alias, version, CancellationToken.None);
    }

    private Diagnostic Unfinished(AwsException exception) =>
        DeployedDiagnostics.Unfinished.For(Target, _done.Count > 0 ? string.Join(", ", _done) : "nothing", Describe(exception));

    private string Describe(AwsException exception) =>
        ErrorText.Of(exception, work.Values);

    private string Safe(string reason) => _function.Variables.Values.Any(value => value.Length > 0 && reason.Contains(value,
        StringComparison.Ordinal))
        ? "Lambda's explanation contains values of the configuration, so it is not shown"
        : reason;

    private static async Task<AwsException?> TryAsync(Func<Task> work)
    {
        try
        {
            await work();
            return null;
        }
        catch (AwsException exception)
        {
            return exception;
        }
    }
}
