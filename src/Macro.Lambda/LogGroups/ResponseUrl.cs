using Macro.CloudFormation.Identifiers;

namespace Macro.Lambda.LogGroups;

/// <summary>Tells CloudFormation's presigned URLs from any other, so that an event cannot make the function call somebody else.</summary>
internal static class ResponseUrl
{
    /// <summary>The URL; null when it is none that CloudFormation hands out.</summary>
    /// <param name="text">What the event says.</param>
    /// <param name="isLocal">Whether AWS is replaced by a program on this machine, as in tests; then loopback is all that is called.</param>
    public static Uri? Parse(string text, bool isLocal)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url)) return null;
        var isExpected = isLocal ? url is { IsLoopback: true, Scheme: "http" } : url is { Scheme: "https", IsDefaultPort: true } && Partition.Owns(url.Host);
        return isExpected ? url : null;
    }
}
