namespace Macro.Lambda.Runtime;

/// <summary>
/// Collects garbage between invocations, when nobody waits and almost nothing is alive, so that no collection happens during an
/// invocation, when the whole template is alive.
/// </summary>
internal sealed class IdleCollector
{
    /// <summary>In bytes. Less garbage is left for later; a collection takes about half a millisecond.</summary>
    private const long Threshold = 1024 * 1024;

    private long _allocatedBefore = GC.GetTotalAllocatedBytes();

    public void AfterInvocation()
    {
        var allocated = GC.GetTotalAllocatedBytes();
        if (allocated - _allocatedBefore < Threshold) return;
        GC.Collect(0, GCCollectionMode.Forced, blocking: true);
        _allocatedBefore = allocated;
    }
}
