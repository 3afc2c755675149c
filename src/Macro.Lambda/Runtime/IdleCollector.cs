namespace Macro.Lambda.Runtime;

/// <summary>
/// Collects garbage between invocations, when no caller waits and few objects are reachable. This avoids collections during an
/// invocation, when the whole template is reachable.
/// </summary>
internal sealed class IdleCollector
{
    /// <summary>The number of newly allocated bytes that triggers a collection, which takes about half a millisecond.</summary>
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
