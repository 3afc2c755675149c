namespace Macro.Aws.CloudWatchLogs;

/// <summary>A call of CloudWatch Logs failed. The message names action, log group and AWS's error, and is fit to be shown.</summary>
/// <param name="action">The action, such as <c>CreateLogGroup</c>.</param>
/// <param name="logGroup">The log group's name.</param>
/// <param name="error">What went wrong, a sentence.</param>
/// <param name="type">AWS's name of the error; null when none came.</param>
/// <param name="isTransient">Whether the call may succeed later.</param>
internal sealed class CloudWatchLogsException(string action, string logGroup, string error, string? type = null, bool isTransient = false)
    : Exception($"logs:{action} failed for log group {logGroup}: {error}")
{
    public string Error => error;

    public string? Type => type;

    public bool IsTransient => isTransient;
}
