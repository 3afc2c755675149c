using Macro.Core.Pipeline;

namespace Macro.Core.Tests.Hostile;

/// <summary>Small events on which something broke once, or might after a mend; <c>tools/Macro.Fuzz</c> puts new ones there.</summary>
public sealed class RegressionTests
{
    public static TheoryData<string> Files => [.. RealEvents.Regressions.Select(file => Path.GetFileName(file)!).Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Run_EventThatBrokeSomething_IsAnsweredUsefully(string file)
    {
        var json = File.ReadAllBytes(RealEvents.Regressions.Single(path => Path.GetFileName(path) == file))
            .AsSpan().TrimEnd("\n"u8).ToArray();

        AnswerLaw.Breach(json, Answer(json), Answer).ShouldBeNull();
    }

    private static byte[] Answer(byte[] macroEvent)
    {
        using var response = MacroTransform.Run(macroEvent, new MacroSettings(new Dictionary<string, string>()));
        return response.Response.ToArray();
    }
}
