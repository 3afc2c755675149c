using Macro.Lambda.Runtime;

namespace Macro.Lambda.LogGroups;

/// <summary>The remaining time of an invocation.</summary>
internal static class InvocationTime
{
    /// <summary>Assumed when the Runtime API gives no deadline.</summary>
    private static readonly TimeSpan Default = TimeSpan.FromMinutes(1);

    /// <summary>The limit for any function. Source: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html</summary>
    private static readonly TimeSpan Max = TimeSpan.FromMinutes(15);

    /// <summary>Returns the time until the deadline, less a reserve; zero when nothing is left, and at most 15 minutes.</summary>
    public static TimeSpan Remaining(Invocation invocation, TimeSpan reserve, TimeProvider clock)
    {
        var remaining = (invocation.Deadline - clock.GetUtcNow() ?? Default) - reserve;
        return remaining < TimeSpan.Zero ? TimeSpan.Zero : remaining > Max ? Max : remaining;
    }
}
