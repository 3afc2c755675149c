namespace Macro.Core.StepFunctions.TraceContext;

/// <summary>
/// A JSONata expression that returns the value of <c>_datadog</c>. It does not contain <c>${</c>, which <c>Fn::Sub</c> would replace. It
/// fails for no input, since JSONata cannot catch an error and the state would fail: it parses no text.
/// </summary>
/// <remarks>
/// Datadog documents the value: https://docs.datadoghq.com/serverless/step_functions/merge-step-functions-lambda/.
/// JSONata in Step Functions: https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
/// </remarks>
internal sealed class JsonataExpression
{
    /// <summary>The pattern between a name and its value in a JSON text. Quotes are escaped inside another JSON text.</summary>
    private const string Colon = $"""{Quote}\s*:\s*{Quote}""";
    private const string Quote = """(?:\\*"|\\+u0022)""";

    /// <summary>
    /// The trace context in the execution's input. In an SNS notification it is a message attribute of the envelope, which is the text of a
    /// body. A binary attribute is in Base64, where an object begins with "ey". The text is searched, not parsed: any text may be there.
    /// </summary>
    private const string Upstream =
        "$body := ($states.context.**.body[$type($) = 'string'][$contains($, '_datadog')])[0]; " +
        """$binary := $match($body, /"_datadog".*?"Value"\s*:\s*"(ey[A-Za-z0-9+\/]+=*)"/, 1).groups[0]; """ +
        "$text := $exists($binary) and $length($binary) % 4 = 0 ? $base64decode($binary) : $body; " +
        "$find := function($pattern) { $match($text, $pattern, 1).groups[0] }; " +
        $"$carried := {{'x-datadog-trace-id': $find(/x-datadog-trace-id{Colon}([0-9]+)/), " +
        $"'x-datadog-tags': $find(/x-datadog-tags{Colon}([^\\\\\"]*)/), " +
        $"'RootExecutionId': $find(/RootExecutionId{Colon}([^\\\\\"]*)/)}}; " +
        "$upstream := $count($keys($carried)) > 0 ? $carried : ($states.context.**._datadog)[0]; ";

    /// <summary>The upstream trace, or else the id of the root execution.</summary>
    private const string Trace =
        "$trace := $exists($upstream.`x-datadog-trace-id`) " +
        "? {'x-datadog-trace-id': $upstream.`x-datadog-trace-id`, 'x-datadog-tags': $upstream.`x-datadog-tags`} " +
        ": {'RootExecutionId': $exists($upstream.RootExecutionId) ? $upstream.RootExecutionId : $states.context.Execution.Id}; ";

    /// <summary>The execution in the context object, without its input, which can be large.</summary>
    private const string Here = "{'Execution': $sift($states.context.Execution, function($value, $key) { $key != 'Input' })}";

    private const string Version = "'serverless-version': 'v1'";

    /// <summary>For a task: the upstream trace and the context object.</summary>
    public static readonly JsonataExpression OfTask = new($"$merge([$states.context, {Here}, $trace, {{{Version}}}])");

    /// <summary>For a batch of a distributed <c>Map</c>: the upstream trace and the time.</summary>
    public static readonly JsonataExpression OfBatch = new($"$merge([$trace, {{{Version}, 'timestamp': $millis()}}])");

    private const string Hole = "\u0000";
    private readonly string _value;

    private JsonataExpression(string result) => _value = $"({Upstream}{Trace}{result})";

    /// <summary>The expression as the entire value of a field.</summary>
    public string Alone => $"{{% {_value} %}}";

    /// <summary>Whether the macro wrote the field as one of these expressions alone.</summary>
    public static bool IsMacroOwned(string? field) => field == OfTask.Alone || field == OfBatch.Alone;

    /// <summary>Returns the field as it was before <see cref="MergedInto"/>; null if the macro did not write the field.</summary>
    public static string? Unwrap(string? field)
    {
        foreach (var context in (JsonataExpression[])[OfTask, OfBatch])
        {
            var (before, after) = (context.MergedInto(Hole).Split(Hole)[0], context.MergedInto(Hole).Split(Hole)[1]);
            if (field is null || !field.StartsWith(before, StringComparison.Ordinal)) continue;
            if (!field.EndsWith(after, StringComparison.Ordinal)) continue;
            var expression = field[before.Length..^after.Length];
            return expression.Trim() == expression ? $"{{% {expression} %}}" : $"{{%{expression}%}}";
        }
        return null;
    }

    /// <summary>Adds <c>_datadog</c> to the value of another expression, if that is an object. Its variables keep their values.</summary>
    public string MergedInto(string expression) =>
        $"{{% ($payload := ({expression}); $type($payload) = 'object' ? $merge([$payload, {{'_datadog': {_value}}}]) : $payload) %}}";

    /// <summary>
    /// Returns the expression between the delimiters of a field, without the usual spaces; null if the field is not an expression.
    /// </summary>
    public static string? Inside(string? field) =>
        field is { Length: > 4 } && field.StartsWith("{%", StringComparison.Ordinal) && field.EndsWith("%}", StringComparison.Ordinal)
            ? field == $"{{% {field[2..^2].Trim()} %}}" ? field[2..^2].Trim() : field[2..^2]
            : null;
}
