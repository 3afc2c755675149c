using Macro.Core.Pipeline;

namespace Macro.Core.Tests.Hostile;

/// <summary>
/// Events made to take time, memory or stack are answered all the same, on a small stack, and take no more than <c>SECURITY.md</c> says.
/// </summary>
public sealed class BoundTests
{
    /// <summary>The runtime's default for threads other than the main one; the native programs answer on such threads.</summary>
    private const int StackBytes = 1536 * 1024;

    /// <summary>Against hangs only: minutes more than any of these takes on the slowest machine.</summary>
    private static readonly TimeSpan HangLimit = TimeSpan.FromMinutes(3);

    /// <summary>What an event may cost at most, all that is given back in between included.</summary>
    private const long MaxAllocated = 640L << 20;

    /// <summary>What an event may cost for each of its bytes, and at the least.</summary>
    private const long AllocatedPerByte = 512;
    private const long AllocatedAtLeast = 8L << 20;

    /// <summary>The event whose long parameters are joined into values of many functions: linear, but with a larger factor.</summary>
    private const string Costly = "long parameters";

    public static TheoryData<string> Events => [.. HostileEvents.All.Keys];

    [Theory]
    [MemberData(nameof(Events))]
    public void Run_HostileEvent_IsAnsweredWithinBounds(string name)
    {
        var (size, make) = HostileEvents.All[name];
        var json = make(size);

        var (answer, allocated) = Answer(json);

        AnswerLaw.Breach(json, answer, again => Answer(again).Bytes).ShouldBeNull();
        allocated.ShouldBeLessThan(
            name == Costly ? MaxAllocated : Math.Min(MaxAllocated, json.Length * AllocatedPerByte + AllocatedAtLeast));
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Run_HostileEventOfTwiceTheSize_TakesTwiceTheMemory(string name)
    {
        var (size, make) = HostileEvents.All[name];
        var (half, whole) = (make(size / 8), make(size / 4));

        var (once, twice) = (Answer(half).Allocated, Answer(whole).Allocated);

        var growth = Math.Max(1.0, (double)whole.Length / half.Length);
        twice.ShouldBeLessThan((long)(once * growth * 1.5) + AllocatedAtLeast / 4);
    }

    /// <summary>
    /// The answer, and what it took from memory; on a thread of the size that the programs have. Measured is the second time, when the pool
    /// has its arrays: what it lends depends on what else runs.
    /// </summary>
    private static (byte[] Bytes, long Allocated) Answer(byte[] macroEvent)
    {
        var (answer, allocated) = (Array.Empty<byte>(), 0L);
        var thread = new Thread(() =>
        {
            var settings = new MacroSettings(new Dictionary<string, string>());
            using (MacroTransform.Run(macroEvent, settings)) { }
            var before = GC.GetAllocatedBytesForCurrentThread();
            using var response = MacroTransform.Run(macroEvent, settings);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            answer = response.Response.ToArray();
        }, StackBytes)
        { IsBackground = true };
        thread.Start();
        thread.Join(HangLimit).ShouldBeTrue("the transform does not come to an end");
        return (answer, allocated);
    }
}
