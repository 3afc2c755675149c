using System.Buffers;
using Macro.Aws.CloudWatchLogs;
using Macro.CloudFormation.Identifiers;
using Macro.Lambda.Logging;
using Macro.Lambda.Runtime;

namespace Macro.Lambda.LogGroups;

/// <summary>Answers the events of <c>Custom::DatadogLogGroups</c>: always, whatever happens, since a stack waits an hour for an answer.</summary>
/// <param name="variable">Gives an environment variable's value; null for one that is not set.</param>
/// <param name="log">Hears of each event and of what came of it.</param>
internal sealed class LogGroupsHandler(Func<string, string?> variable, MacroLog log) : IEventHandler
{
    /// <summary>What is left for the answer when the work is broken off: two attempts to send it.</summary>
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(8);

    /// <summary>What is left to report an answer that could not be sent.</summary>
    private static readonly TimeSpan ReportTime = TimeSpan.FromSeconds(1);

    /// <summary>Used where Lambda says no deadline.</summary>
    private static readonly TimeSpan StandardTime = TimeSpan.FromMinutes(1);

    /// <summary>No function may run longer. Source: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html</summary>
    private static readonly TimeSpan MaxTime = TimeSpan.FromMinutes(15);

    /// <inheritdoc/>
    public bool Accepts(ReadOnlySpan<byte> payload) => CustomResourceRequest.Matches(payload);

    /// <inheritdoc/>
    /// <exception cref="InvocationFailedException">The answer could not be sent. Lambda then invokes the function again.</exception>
    public async Task HandleAsync(Invocation invocation, ArrayBufferWriter<byte> response, CancellationToken stop)
    {
        var request = LogGroupsRequest.Read(invocation.Payload);
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false });
        var failure = await TryAsync(request, invocation, http, stop);
        log.Write(failure is null ? LogLevel.Info : LogLevel.Error, failure ?? "The log groups are there.", invocation.RequestId, json =>
        {
            json.WriteString("stackId", request.StackId);
            json.WriteString("requestType", request.RequestType);
            json.WriteNumber("logGroups", request.LogGroupNames.Count);
        });
        await AnswerAsync(request, failure, invocation, http, stop);
        response.Write("null"u8);
    }

    /// <summary>Does what is asked for.</summary>
    /// <returns>Why that failed; null when it did not.</returns>
    private async Task<string?> TryAsync(LogGroupsRequest request, Invocation invocation, HttpMessageInvoker http, CancellationToken stop)
    {
        if (request.Flaw is not null)
            return request.Flaw;
        if (Arn.Parse(invocation.FunctionArn ?? "")?.AccountId is { } account && account != request.AccountId)
            return $"The stack is not of account {account}, where the macro is installed. Install the macro in the stack's account.";
        if (request.RequestType == "Delete")
            return null;
        try
        {
            return await WorkAsync(request, invocation, http, stop);
        }
        catch (ConfigurationException fault)
        {
            return fault.Message;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            log.WriteFault("The log groups could not be made because of an internal fault.", fault, invocation.RequestId);
            return $"The macro failed on an internal fault ({fault.GetType()}); its log has the details under request id {invocation.RequestId}.";
        }
    }

    private async Task<string?> WorkAsync(LogGroupsRequest request, Invocation invocation, HttpMessageInvoker http, CancellationToken stop)
    {
        var endpoint = LogsEndpoint.From(variable, region => Partition.ForRegion(region).Domain, Partition.Owns);
        var signer = new RequestSigner(RoleCredentials.From(variable), endpoint.Region, "logs");
        var logs = new CloudWatchLogsClient(endpoint, signer, http, new Retries(Retries.StandardTimeout, log, invocation.RequestId));
        var work = new LogGroupProvisioner(request, logs, log, invocation.RequestId);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var left = TimeLeft(invocation, AnswerTime);
        if (left == TimeSpan.Zero) limit.Cancel(); // CancelAfter would cancel in a moment, when a call may be made already
        else limit.CancelAfter(left);
        try
        {
            await work.RunAsync(limit.Token);
            return null;
        }
        catch (CloudWatchLogsException fault)
        {
            return limit.IsCancellationRequested
                ? $"{work.Done} of {work.Groups} log groups are done, then the function's time ran out. Deploy again: log groups that are made stay. {fault.Message}"
                : fault.Message;
        }
    }

    private async Task AnswerAsync(LogGroupsRequest request, string? failure, Invocation invocation, HttpMessageInvoker http, CancellationToken stop)
    {
        if (ResponseUrl.Parse(request.ResponseUrl, LogsEndpoint.IsLocal(variable)) is not { } url)
        {
            log.Write(LogLevel.Error, "The event's ResponseURL is not one of CloudFormation's, so nothing is sent to it.", invocation.RequestId);
            return;
        }
        var left = TimeLeft(invocation, ReportTime);
        var time = left > CustomResourceResponseSender.AttemptTimeout ? left : CustomResourceResponseSender.AttemptTimeout;
        await new CustomResourceResponseSender(http, CustomResourceResponseSender.Standard, log, invocation.RequestId).SendAsync(url, CustomResourceResponse.Write(request, failure), time, stop);
    }

    private static TimeSpan TimeLeft(Invocation invocation, TimeSpan reserve)
    {
        var left = (invocation.Deadline - DateTimeOffset.UtcNow ?? StandardTime) - reserve;
        return left < TimeSpan.Zero ? TimeSpan.Zero : left > MaxTime ? MaxTime : left;
    }
}
