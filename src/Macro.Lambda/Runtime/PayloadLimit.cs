namespace Macro.Lambda.Runtime;

/// <summary>Lambda's limit on the event and on the response of a synchronous invocation.</summary>
internal static class PayloadLimit
{
    /// <summary>
    /// 6 MB and 100 bytes, as the Runtime API counts: it rejects a longer response with status 413 and "Exceeded maximum allowed
    /// payload size (6291556 bytes)". Source: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
    /// </summary>
    public const int Bytes = 6 * 1024 * 1024 + 100;
}
