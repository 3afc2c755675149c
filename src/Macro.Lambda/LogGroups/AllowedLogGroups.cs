using System.Buffers;
using Macro.Core.LogForwarding;

namespace Macro.Lambda.LogGroups;

/// <summary>The log groups that the macro may use: those under its prefixes, except its own.</summary>
/// <remarks>
/// Characters and length: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html
/// </remarks>
/// <param name="variable">Returns the value of an environment variable; null for one that is not set.</param>
internal sealed class AllowedLogGroups(Func<string, string?> variable)
{
    private const int MaxLength = 512;

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-/.#");

    private readonly string[] _prefixes = LogGroupPrefixes.Parse(variable(LogGroupPrefixes.Variable));

    /// <summary>Why the prefixes are not valid; null when they are.</summary>
    public string? Error => _prefixes.Length > 0 && Array.TrueForAll(_prefixes, IsPrefix)
        ? null
        : $"The macro's variable {LogGroupPrefixes.Variable} must list prefixes of two segments or more that end with a slash, such as "
            + $"{LogGroupPrefixes.Standard}. Correct the parameter LogGroupPrefixes of the macro's own stack.";

    /// <summary>Returns why the macro may not use a log group; null when it may.</summary>
    public RefusedRequest? FindProblem(string name) =>
        name.Length is 0 or > MaxLength || name.AsSpan().ContainsAnyExcept(Characters)
            ? new("A name in the resource is not the name of a log group: it has 1 to 512 letters, digits and the characters _-/.#.")
        : IsOfMacro(name)
            ? new("The macro's own log is not forwarded, and its retention is set by the macro's own stack.", name)
        : !Array.Exists(_prefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal))
            ? new($"The macro may only use log groups under {string.Join(", ", _prefixes)}. Declare the log group in the template, or add "
                + "its prefix to LogGroupPrefixes of the macro's own stack.", name)
        : null;

    /// <summary>Whether the macro's own log is this group, or would be if nothing else were configured.</summary>
    private bool IsOfMacro(string name) =>
        name == variable("AWS_LAMBDA_LOG_GROUP_NAME") || name == $"/aws/lambda/{variable("AWS_LAMBDA_FUNCTION_NAME")}";

    private static bool IsPrefix(string prefix)
    {
        if (prefix.Length < 2 || !prefix.EndsWith('/') || prefix.AsSpan().ContainsAnyExcept(Characters)) return false;
        var segments = prefix[(prefix.StartsWith('/') ? 1 : 0)..^1].Split('/');
        return segments.Length >= 2 && !segments.Contains("");
    }
}
