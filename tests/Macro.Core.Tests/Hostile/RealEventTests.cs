using Macro.Core.Pipeline;

namespace Macro.Core.Tests.Hostile;

/// <summary>
/// Real events, cut and confused at every place. By default every so-many-th case is tried, so that the suite stays quick;
/// <c>MACRO_LAW_CASES=all</c> tries each one, and prints how many there were.
/// </summary>
public sealed class RealEventTests(ITestOutputHelper output)
{
    private const int UsualStep = 29;

    private static readonly int Step = Environment.GetEnvironmentVariable("MACRO_LAW_CASES") == "all" ? 1 : UsualStep;

    public static TheoryData<string> Events => [.. RealEvents.Names];

    [Theory]
    [MemberData(nameof(Events))]
    public void Run_RealEvent_Succeeds(string name)
    {
        var answer = Answer(RealEvents.Read(name));

        System.Text.Encoding.UTF8.GetString(answer).ShouldContain("\"status\":\"success\"");
        AnswerLaw.Breach(RealEvents.Read(name), answer, Answer).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Run_CutAnywhere_SaysThatItIsNoJson(string name)
    {
        var whole = RealEvents.Read(name);
        var cuts = Enumerable.Range(0, whole.Length)
            .Where(length => length % Step == 0).Union(new EventEdits(whole).Boundaries.Where((_, i) => i % Step == 0)).ToList();

        foreach (var length in cuts.Where(length => length < whole.Length))
        {
            var answer = Answer(whole[..length]);
            AnswerLaw.Signature(answer).ShouldBeOneOf("DD101", "DD102");
            AnswerLaw.Breach(whole[..length], answer, Answer).ShouldBeNull($"cut at {length}");
        }
        output.WriteLine($"{name}: {cuts.Count} cuts");
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Run_AnyValueConfused_IsAnsweredUsefully(string name)
    {
        var edits = new EventEdits(RealEvents.Read(name));
        var (all, successes, signatures) = (0, 0, new HashSet<string>());

        foreach (var (edit, confused) in edits.All().Where((_, i) => i % Step == 0))
        {
            var answer = Answer(confused, edit);
            AnswerLaw.Breach(confused, answer, again => Answer(again, edit)).ShouldBeNull(edit);
            all++;
            if (answer.AsSpan().IndexOf("\"status\":\"success\""u8) >= 0) successes++;
            signatures.Add(AnswerLaw.Signature(answer));
        }
        output.WriteLine($"{name}: {edits.Paths} paths, {all} edits, {successes} successes, {signatures.Count} sets of codes");
    }

    private static byte[] Answer(byte[] macroEvent) => Answer(macroEvent, "as it is");

    private static byte[] Answer(byte[] macroEvent, string edit)
    {
        try
        {
            using var response = MacroTransform.Run(macroEvent, new MacroSettings(new Dictionary<string, string>()));
            return response.Response.ToArray();
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            throw new InvalidOperationException($"The transform threw at {edit}.", fault);
        }
    }
}
