namespace Macro.Core.Monitors;

/// <summary>A monitor that Datadog recommends for functions.</summary>
/// <param name="Id">Its name in the parameter <c>monitors</c>.</param>
/// <param name="Title">The name in Datadog, without function, region and account.</param>
/// <param name="Threshold">The critical threshold.</param>
/// <param name="Query">The query up to the threshold; <c>SCOPE</c> stands for the functions of the stack.</param>
/// <param name="Message">What the notification says.</param>
internal sealed record RecommendedMonitor(string Id, string Title, string Threshold, string Query, string Message)
{
    /// <summary>The tag of the stack that AWS sets on its functions, and Datadog reads.</summary>
    public const string Scope = "aws_cloudformation_stack-id:${AWS::StackId}";

    private const string ByFunction = "{SCOPE} by {aws_account,functionname,region}";
    private const string Count = ByFunction + ".as_count()";

    /// <summary>All of them, in the order of the documentation.</summary>
    /// <remarks>
    /// Names and thresholds: https://github.com/DataDog/serverless-plugin-datadog#serverless-monitors; queries:
    /// https://github.com/DataDog/serverless-plugin-datadog/blob/v5.40.0/src/serverless_monitors.ts
    /// </remarks>
    public static readonly IReadOnlyList<RecommendedMonitor> All =
    [
        new(
            "high_error_rate", "High Error Rate", "0.1",
            $"avg(last_15m):sum:aws.lambda.errors{Count} / sum:aws.lambda.invocations{Count} >=",
            "Many invocations of this function fail. Look at its logs and traces, and at what was deployed last."),
        new(
            "timeout", "Timeout", "1",
            $"avg(last_15m):sum:aws.lambda.duration.maximum{Count} / (sum:aws.lambda.timeout{Count} * 1000) >=",
            "An invocation of this function ran into its timeout. Its traces show what it waited for; raise the timeout if it needs more."),
        new(
            "out_of_memory", "Out of Memory", "0",
            $"avg(last_15m):sum:aws.lambda.enhanced.out_of_memory{ByFunction} >",
            "An invocation of this function ran out of memory. Give the function more memory, or find out what fills it."),
        new(
            "high_iterator_age", "High Iterator Age", "86400",
            $"avg(last_15m):min:aws.lambda.iterator_age.maximum{ByFunction} >=",
            "This function falls behind the stream that it reads. Larger batches, more shards or a faster function help."),
        new(
            "high_cold_start_rate", "High Cold Start Rate", "0.2",
            "avg(last_15m):sum:aws.lambda.enhanced.invocations{cold_start:true AND SCOPE} by {aws_account,functionname,region}.as_count()"
                + $" / sum:aws.lambda.enhanced.invocations{Count} >=",
            "Many invocations of this function are cold starts, which its callers see as slow responses. Provisioned concurrency helps."),
        new(
            "high_throttles", "High Throttles", "0.2",
            $"avg(last_15m):sum:aws.lambda.throttles{Count} / (sum:aws.lambda.throttles{Count} + sum:aws.lambda.invocations{Count}) >=",
            "AWS throttles many invocations of this function. Compare its concurrency with what is reserved and with the account's limit."),
        new(
            "increased_cost", "Increased Cost", "0.2",
            "pct_change(avg(last_5m),last_5m):avg:aws.lambda.enhanced.estimated_cost" + ByFunction + " >",
            "The estimated cost of this function has risen: it is called more often, or its invocations take longer."),
    ];

    /// <summary>The monitor of this name; null if there is none.</summary>
    public static RecommendedMonitor? Find(string id)
    {
        foreach (var monitor in All)
        {
            if (monitor.Id == id) return monitor;
        }
        return null;
    }

    /// <summary>The name in Datadog, which names the function that a notification is about.</summary>
    public string Name => Title + " on {{functionname.name}} in {{region.name}} for {{aws_account.name}}";

    /// <summary>The text of an <c>Fn::Sub</c> that gives the query.</summary>
    public string QueryFor(string threshold) => $"{Query.Replace("SCOPE", Scope, StringComparison.Ordinal)} {threshold}";
}
