using Macro.Aws;
using Macro.Aws.CloudWatchLogs;
using Macro.Lambda.Logging;
using Macro.Lambda.Runtime;

namespace Macro.Lambda.LogGroups;

/// <summary>
/// Handles the events of <c>Custom::DatadogLogGroups</c>. It always sends a response, since a stack waits an hour for one.
/// </summary>
/// <param name="variable">Returns the value of an environment variable; null for one that is not set.</param>
/// <param name="log">Receives each event and its result.</param>
/// <param name="clock">Measures deadlines and delays; the system's clock except in tests.</param>
internal sealed class LogGroupsHandler(Func<string, string?> variable, MacroLog log, TimeProvider clock) : IEventHandler
{
    /// <summary>The time reserved for two attempts to send the response after the work is stopped.</summary>
    private static readonly TimeSpan ResponseTime = TimeSpan.FromSeconds(8);

    /// <summary>The time reserved for reporting that the response could not be sent.</summary>
    private static readonly TimeSpan ReportTime = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public bool Accepts(ReadOnlySpan<byte> payload) => CustomResourceRequest.Matches(payload);

    /// <inheritdoc/>
    /// <exception cref="InvocationFailedException">The response could not be sent. Lambda then invokes the function again.</exception>
    public async Task<EventResponse> HandleAsync(Invocation invocation, CancellationToken stop)
    {
        await RespondAsync(invocation, stop);
        return new EventResponse("null"u8.ToArray());
    }

    private async Task RespondAsync(Invocation invocation, CancellationToken stop)
    {
        var request = LogGroupsRequest.Read(invocation.Payload);
        var isLocal = ServiceEndpoint.IsLocal(CloudWatchLogsClient.Service, variable);
        if (ResponseUrl.Parse(request.ResponseUrl, variable("AWS_REGION") ?? "", isLocal) is not { } url)
        {
            log.Write(
                LogLevel.Error,
                "The event is refused. Its ResponseURL is not one of CloudFormation's, so no response is sent.",
                invocation.RequestId);
            return;
        }
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false });
        var failure = await RunAsync(request, invocation, http, stop);
        var remaining = InvocationTime.Remaining(invocation, ReportTime, clock);
        var time = remaining > CustomResourceResponseSender.AttemptTimeout ? remaining : CustomResourceResponseSender.AttemptTimeout;
        var sender = new CustomResourceResponseSender(http, CustomResourceResponseSender.DefaultBackoff, log, invocation.RequestId);
        await sender.SendAsync(url, CustomResourceResponse.Write(request, failure), time, stop);
    }

    /// <summary>Does what the event asks for, if it can be trusted.</summary>
    /// <returns>The reason for the failure; null on success.</returns>
    private async Task<string?> RunAsync(LogGroupsRequest request, Invocation invocation, HttpMessageInvoker http, CancellationToken stop)
    {
        if (FindProblem(request, invocation) is { } problem)
        {
            log.Write(LogLevel.Error, $"The event is refused. {problem.Message}", invocation.RequestId);
            return problem.Reason;
        }
        var failure = request.RequestType == "Delete" ? null : await TryProvisionAsync(request, invocation, http, stop);
        LogResult(request, failure, invocation.RequestId);
        return failure;
    }

    /// <summary>Returns why the event is refused. A deletion changes nothing, so that no stack is kept from being deleted.</summary>
    private RefusedRequest? FindProblem(LogGroupsRequest request, Invocation invocation) =>
        request.Error is { } error ? new RefusedRequest(error)
        : request.RequestType == "Delete" ? null
        : new TrustedRequest(invocation.FunctionArn, variable).FindProblem(request);

    private void LogResult(LogGroupsRequest request, string? failure, string requestId)
    {
        var level = failure is null ? LogLevel.Info : LogLevel.Error;
        log.Write(level, failure ?? "The request is done.", requestId, json =>
        {
            json.WriteString("requestType", request.RequestType);
            if (request.RequestType == "Delete") return; // Its other values are not checked.
            json.WriteString("stackId", request.StackId);
            json.WriteNumber("logGroups", request.LogGroupNames.Count);
        });
    }

    /// <summary>Provisions the log groups.</summary>
    /// <returns>The reason for the failure; null on success.</returns>
    private async Task<string?> TryProvisionAsync(
        LogGroupsRequest request, Invocation invocation, HttpMessageInvoker http, CancellationToken stop)
    {
        try
        {
            return await ProvisionAsync(request, invocation, http, stop);
        }
        catch (ConfigurationException exception)
        {
            return $"The macro's function is not configured to call AWS. {exception.Message}";
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            log.WriteException("The log groups could not be created because of an internal error.", exception, invocation.RequestId);
            return $"The macro failed with an internal error ({exception.GetType()}). "
                + $"Its log has the details under request id {invocation.RequestId}.";
        }
    }

    private async Task<string?> ProvisionAsync(
        LogGroupsRequest request, Invocation invocation, HttpMessageInvoker http, CancellationToken stop)
    {
        var logs = LogsClientFactory.Create(variable, http, new AwsRetryPolicy(log, invocation.RequestId, clock));
        var provisioner = new LogGroupProvisioner(request, logs, log, invocation.RequestId);
        var time = InvocationTime.Remaining(invocation, ResponseTime, clock);
        using var timer = new CancellationTokenSource(time, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop, timer.Token);
        if (time == TimeSpan.Zero) limit.Cancel(); // The timer would cancel a moment later, when a call may have been made.
        try
        {
            await provisioner.RunAsync(limit.Token);
            return null;
        }
        catch (AwsException exception)
        {
            var reason = AwsAdvice.Describe(exception);
            return limit.IsCancellationRequested
                ? $"{provisioner.Done} of {provisioner.Total} log groups were finished when the function's time ran out. "
                    + $"Deploy again; finished log groups are kept. {reason}"
                : reason;
        }
    }
}
