using Macro.CloudFormation.Identifiers;

namespace Macro.Lambda.LogGroups;

/// <summary>Recognizes CloudFormation's presigned URLs, so that an event cannot make the function call another host.</summary>
internal static class ResponseUrl
{
    /// <summary>Returns the URL; null when it is not one that CloudFormation creates.</summary>
    /// <param name="text">The <c>ResponseURL</c> of the event.</param>
    /// <param name="isLocal">Whether a local program replaces AWS, as in tests; then only loopback addresses are valid.</param>
    public static Uri? Parse(string text, bool isLocal)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url)) return null;
        var isExpected = isLocal
            ? url is { IsLoopback: true, Scheme: "http" }
            : url is { Scheme: "https", IsDefaultPort: true } && Partition.Owns(url.Host);
        return isExpected ? url : null;
    }
}
