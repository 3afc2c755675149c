namespace Macro.Lambda.Runtime;

/// <summary>
/// Collects garbage between invocations, when nobody waits and almost nothing is alive, so that no collection falls into an invocation,
/// where the whole template is alive.
/// </summary>
internal sealed class IdleCollector
{
    /// <summary>Less garbage than this is left for later; a collection takes about half a millisecond.</summary>
    private const long WorthCollecting = 1024 * 1024;

    private long _allocatedBefore = GC.GetTotalAllocatedBytes();

    public void AfterInvocation()
    {
        var allocated = GC.GetTotalAllocatedBytes();
        if (allocated - _allocatedBefore < WorthCollecting) return;
        GC.Collect(0, GCCollectionMode.Forced, blocking: true);
        _allocatedBefore = allocated;
    }
}
