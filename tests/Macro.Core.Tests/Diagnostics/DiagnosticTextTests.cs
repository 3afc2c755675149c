using System.Text;
using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Diagnostics;

/// <summary>The exact line that people see, for every kind of diagnostic.</summary>
public sealed partial class DiagnosticTextTests
{
    private static readonly Dictionary<string, string> Expected = ReadExpected();

    [Theory]
    [MemberData(nameof(Lines))]
    public void Run_EventWithAProblem_SaysExactlyThis(string code, string json)
    {
        var expected = Expected[code];
        var run = MacroRun.OfEvent(json);

        var kind = DiagnosticCatalog.Find(code).ShouldNotBeNull();
        run.Lines(kind.Severity).ShouldContain(expected);
        run.Succeeded.ShouldBe(kind.Severity != Severity.Error);
        (run.ErrorMessage is null || run.ErrorMessage.Split('\n').Contains(expected)).ShouldBeTrue(run.ErrorMessage);
    }

    [Fact]
    public void Run_InvalidUtf8_SaysExactlyThis() =>
        MacroRun.OfEvent([.. "{\"region\":\""u8, 0xC3, 0x28, .. "\"}"u8]).ErrorMessage.ShouldBe(
            "Nothing was instrumented: 1 problem.\nDD102: The event is not valid UTF-8. Save the template as UTF-8.");

    [Fact]
    public void InternalError_Any_SaysExactlyThis() =>
        InstrumentationResult.InternalError("r-1", new InvalidOperationException("hunter2")).ErrorMessage.ShouldBe(
            "Nothing was instrumented: 1 problem.\n"
            + "DD199: The macro failed with an internal error (InvalidOperationException) in request r-1. "
            + "The template is unchanged. Please report the error with the request id; the log of the macro's function has the details.");

    [Fact]
    public void LoopThatTheHostCannotExpand_Any_SaysExactlyThis()
    {
        var json = Encoding.UTF8.GetBytes(MacroRun.Event("""{"Resources":{"Fn::ForEach::A":[]}}"""));

        var result = MacroTransform.Run(json, new MacroSettings(new Dictionary<string, string>()) { ExpandsLoopsFirst = true });

        result.Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe(
            "DD328 Fn::ForEach::A: Fn::ForEach::A is a loop that is not expanded here, so the resources that it creates are left alone; "
            + "in a deployment, the macro instruments them. Deploy the template with the macro. To see what it does, run macro diff, and "
            + "pass the list of the loop with --parameter if the template does not contain it.");
    }

    [Fact]
    public void ResponseTooLarge_Any_SaysExactlyThis() =>
        InstrumentationResult.ResponseTooLarge("r-1", 6400000, 6291556).ErrorMessage.ShouldBe(
            "Nothing was instrumented: 1 problem.\nDD108: The macro's response has 6400000 bytes, and AWS Lambda allows at most 6291556. "
            + "Split the template into several stacks.");

    /// <summary>The groups DD4xx and DD5xx belong to log forwarding and state machines, whose tests have their own table.</summary>
    [Fact]
    public void Lines_Together_AreEveryKindOfTheCatalogue()
    {
        var ours = DiagnosticCatalog.All.Select(kind => kind.Code).Where(code => code[2] is not ('4' or '5'));

        TheoryRows.Names(Lines).ShouldBe(Expected.Keys);
        Expected.Keys.Concat(["DD102", "DD108", "DD199", "DD328"]).Concat(SkipDiagnostics.All.Select(kind => kind.Code))
            .ShouldBe(ours, ignoreOrder: true);
    }

    [Fact]
    public void Run_NameThatCannotBeSeen_StandsInQuotes() =>
        MacroRun.OfEvent(With("""{"":"x"}""")).Errors.ShouldHaveSingleItem().ShouldStartWith("DD202 \"\": ");

    [Fact]
    public void Run_NameWithALineBreak_StaysOneLineForEachProblem()
    {
        var run = MacroRun.OfEvent(With("""{"a\nDD999 fake: line":1,"b\r\nb":2}"""));

        run.ErrorMessage!.Split('\n').Length.ShouldBe(3);
        run.ErrorMessage.ShouldStartWith(
            "Nothing was instrumented: 2 problems.\nDD202 a\\nDD999 fake: line: Unknown parameter a\\nDD999 fake: line.");
        Encoding.UTF8.GetByteCount(run.ErrorMessage).ShouldBeLessThan(1000);
    }

    /// <summary>
    /// The expected lines by their code, without DD102, DD108 and DD199, which have tests of their own, and without the reasons of the
    /// report, which are not reported as diagnostics.
    /// </summary>
    private static Dictionary<string, string> ReadExpected()
    {
        using var reader = new StreamReader(typeof(DiagnosticTextTests).Assembly.GetManifestResourceStream("DiagnosticLines.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToDictionary(line => line[..5]);
    }
}
