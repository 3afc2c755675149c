namespace Macro.Core.StepFunctions.TraceContext;

/// <summary>
/// A JSONata expression that gives the value of <c>_datadog</c>. It has no <c>${</c>, which <c>Fn::Sub</c> would take for its own, and it
/// parses only text that looks like an object of Datadog's tracers, since JSONata cannot catch the error of any other.
/// </summary>
/// <remarks>
/// What it gives is what Datadog documents: https://docs.datadoghq.com/serverless/step_functions/merge-step-functions-lambda/.
/// <c>$parse</c> is a function of Step Functions: https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
/// </remarks>
internal sealed class JsonataExpression
{
    /// <summary>
    /// The context that came with the execution's input. An SNS notification carries it as a message attribute in the envelope, which is the
    /// text of a body; a binary attribute is in Base64, in which an object begins with "ey".
    /// </summary>
    private const string Upstream =
        "$body := ($states.context.**.body[$type($) = 'string'][$substring($, 0, 1) = '{'][$substring($, -1) = '}'][$contains($, '_datadog')])[0]; " +
        "$attribute := $exists($body) ? ($parse($body).**._datadog.Value[$type($) = 'string'])[0]; " +
        "$carried := $substring($attribute, 0, 2) = 'ey' ? $base64decode($attribute) : $attribute; " +
        "$upstream := $substring($carried, 0, 1) = '{' ? $parse($carried) : ($states.context.**._datadog)[0]; ";

    /// <summary>The upstream trace, or where there is none the execution that began it all.</summary>
    private const string Trace =
        "$trace := $exists($upstream.`x-datadog-trace-id`) " +
        "? {'x-datadog-trace-id': $upstream.`x-datadog-trace-id`, 'x-datadog-tags': $upstream.`x-datadog-tags`} " +
        ": {'RootExecutionId': $exists($upstream.RootExecutionId) ? $upstream.RootExecutionId : $states.context.Execution.Id}; ";

    /// <summary>Where this execution stands, less its input, which can be large.</summary>
    private const string Here = "{'Execution': $sift($states.context.Execution, function($value, $key) { $key != 'Input' })}";

    private const string Version = "'serverless-version': 'v1'";

    /// <summary>For a task: the upstream trace and the context object.</summary>
    public static readonly JsonataExpression OfTask = new($"$merge([$states.context, {Here}, $trace, {{{Version}}}])");

    /// <summary>For a batch of a distributed <c>Map</c>: the upstream trace and the time.</summary>
    public static readonly JsonataExpression OfBatch = new($"$merge([$trace, {{{Version}, 'timestamp': $millis()}}])");

    private const string Hole = "\u0000";
    private readonly string _value;

    private JsonataExpression(string result) => _value = $"({Upstream}{Trace}{result})";

    /// <summary>The expression as a whole field.</summary>
    public string Alone => $"{{% {_value} %}}";

    /// <summary>Whether a field is one of our expressions.</summary>
    public static bool IsOurs(string? field) => field == OfTask.Alone || field == OfBatch.Alone;

    /// <summary>The field that <see cref="MergedInto"/> was made of; null when the field is none of ours.</summary>
    public static string? Unwrap(string? field)
    {
        foreach (var context in (JsonataExpression[])[OfTask, OfBatch])
        {
            var (before, after) = (context.MergedInto(Hole).Split(Hole)[0], context.MergedInto(Hole).Split(Hole)[1]);
            if (field is null || !field.StartsWith(before, StringComparison.Ordinal) || !field.EndsWith(after, StringComparison.Ordinal)) continue;
            var expression = field[before.Length..^after.Length];
            return expression.Trim() == expression ? $"{{% {expression} %}}" : $"{{%{expression}%}}";
        }
        return null;
    }

    /// <summary>Another expression, whose value gets a <c>_datadog</c> when it is an object. Its own variables are not disturbed.</summary>
    public string MergedInto(string expression) =>
        $"{{% ($payload := ({expression}); $type($payload) = 'object' ? $merge([$payload, {{'_datadog': {_value}}}]) : $payload) %}}";

    /// <summary>
    /// The expression between the marks of a field, without the one space that is usual on both sides; null when the field is no expression.
    /// </summary>
    public static string? Inside(string? field) =>
        field is { Length: > 4 } && field.StartsWith("{%", StringComparison.Ordinal) && field.EndsWith("%}", StringComparison.Ordinal)
            ? field == $"{{% {field[2..^2].Trim()} %}}" ? field[2..^2].Trim() : field[2..^2]
            : null;
}
