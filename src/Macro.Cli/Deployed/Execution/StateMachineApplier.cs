using Macro.Aws;
using Macro.Cli.Deployed.Access;
using Macro.Cli.Deployed.Engine;
using Macro.Cli.Deployed.Messages;
using Macro.Cli.Deployed.Planning;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Deployed.Execution;

/// <summary>Makes the calls that change one state machine, in the order in which a failure loses nothing.</summary>
/// <param name="clients">The clients of the region.</param>
/// <param name="work">What is done.</param>
/// <param name="clock">Measures the delays.</param>
internal sealed class StateMachineApplier(RegionClients clients, StateMachineWork work, TimeProvider clock)
{
    /// <summary>How long IAM may take to spread a policy.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency
    /// </remarks>
    private const int MaxSeconds = 60;

    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(4);

    private readonly string _arn = work.State.Machine.Arn;
    private readonly List<string> _done = [];
    private readonly StateMachineEdits _edits = work.Edits;

    private ResourceTarget Target => new(work.State.Machine.Name);

    /// <summary>Changes the state machine.</summary>
    /// <returns>What failed; null when all is done.</returns>
    /// <exception cref="AwsException">The first changing call failed; nothing is done.</exception>
    public async Task<Diagnostic?> ApplyAsync()
    {
        try
        {
            return work.IsReverting ? await RevertAsync() : await InstrumentAsync();
        }
        catch (AwsException exception) when (_done.Count > 0 && exception.Code != Precondition.Failed)
        {
            var reason = ErrorText.Of(exception, work.Values);
            return DeployedDiagnostics.Unfinished.For(Target, string.Join(", ", _done), reason);
        }
    }

    private async Task<Diagnostic?> InstrumentAsync()
    {
        await CheckRevisionAsync();
        var logs = new LogGroupApplier(clients.Logs, _done);
        // Where nothing has to be remembered, the mark alone tells the next run that the state machine is instrumented.
        var isForgotten = !work.State.Tags.IsOurs && _edits.Tags.Remembered.Count == 0;
        await TagAsync(_edits.Tags.Remembered, "what has to be remembered");
        if (isForgotten) await TagAsync(_edits.Tags.Set, "the tags");
        if (_edits.Logs is not null) await logs.CreateGroupAsync(_edits.Logs);
        await ApplyPolicyAsync();
        if (await UpdateAsync() is { } failure) return failure;
        if (_edits.Logs is not null) await logs.SubscribeAsync(_edits.Logs);
        if (!isForgotten) await TagAsync(_edits.Tags.Set, "the tags");
        await UntagAsync();
        return null;
    }

    /// <summary>
    /// The filter goes first, since the log group is no longer known once the state machine does not log to it, and the policy goes after
    /// the update, which needs it to end the delivery of logs.
    /// </summary>
    private async Task<Diagnostic?> RevertAsync()
    {
        await CheckRevisionAsync();
        if (_edits.Logs is not null) await new LogGroupApplier(clients.Logs, _done).SubscribeAsync(_edits.Logs);
        if (await UpdateAsync() is { } failure) return failure;
        await ApplyPolicyAsync();
        await TagAsync(_edits.Tags.Set, "the tags");
        await UntagAsync();
        return null;
    }

    /// <summary>An update of a state machine has no condition, so what it replaces is compared with the plan just before.</summary>
    private async Task CheckRevisionAsync()
    {
        if (_edits.IsWithoutUpdate) return;
        var now = await clients.StepFunctions.DescribeStateMachineAsync(_arn, CancellationToken.None);
        if (StateMachineReader.RevisionOf(now) != StateMachineReader.RevisionOf(work.State.Machine))
            throw new AwsException(new AwsOperation("states:DescribeStateMachine", _arn), "it has changed.", Precondition.Failed);
    }

    private async Task ApplyPolicyAsync()
    {
        if (_edits.Policy is not { } policy) return;
        var role = work.State.RoleName;
        if (policy.Document is { } document) await clients.Iam.PutRolePolicyAsync(role, policy.Name, document, CancellationToken.None);
        else await clients.Iam.DeleteRolePolicyAsync(role, policy.Name, CancellationToken.None);
        _done.Add("the policy of the role");
    }

    private async Task<Diagnostic?> UpdateAsync()
    {
        if (_edits.IsWithoutUpdate) return null;
        for (var seconds = 0; ; seconds += (int)BetweenAttempts.TotalSeconds)
        {
            try
            {
                await clients.StepFunctions.UpdateStateMachineAsync(_arn, _edits.Definition, _edits.Logging, CancellationToken.None);
                _done.Add("definition and logging");
                return null;
            }
            catch (AwsException exception) when (IsAboutRole(exception))
            {
                if (seconds >= MaxSeconds)
                    return DeployedStateMachineDiagnostics.LogDeliveryDenied.For(
                        Target, work.State.RoleName, $"{seconds}", string.Join(", ", _done));
                await Task.Delay(BetweenAttempts, clock);
            }
        }
    }

    /// <summary>Whether it is the role, not the caller, that lacks a permission.</summary>
    /// <remarks>Source: https://github.com/aws/aws-cdk/issues/26432</remarks>
    private static bool IsAboutRole(AwsException exception) => exception.Kind == AwsErrorKind.AccessDenied
        && exception.Reason.Contains("Log Destination", StringComparison.OrdinalIgnoreCase);

    private async Task TagAsync(IReadOnlyDictionary<string, string> tags, string what)
    {
        if (tags.Count == 0) return;
        await clients.StepFunctions.TagResourceAsync(_arn, tags, CancellationToken.None);
        _done.Add(what);
    }

    private async Task UntagAsync()
    {
        if (_edits.Tags.Removed.Count > 0)
            await clients.StepFunctions.UntagResourceAsync(_arn, _edits.Tags.Removed, CancellationToken.None);
    }
}
