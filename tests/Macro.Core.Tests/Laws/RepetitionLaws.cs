using System.Globalization;
using System.Text;
using Macro.Core.Pipeline;
using Macro.Core.Tests.Laws.Cases;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Laws;

/// <summary>The same request gives the same response, however often and wherever it is answered.</summary>
public sealed class RepetitionLaws
{
    /// <summary><see cref="MacroRun"/> sends every success again; here it meets generated ones.</summary>
    [Fact]
    public void Run_OfItsOwnResult_ChangesNothing() => Law.Holds(TemplateCase.Any, template => _ = template.Run().Succeeded);

    [Fact]
    public void Run_SameBytesTwice_GivesTheSameBytes() => Law.Holds(TemplateCase.Any, template =>
        Answer(template, template.Process).ShouldBe(Answer(template, template.Process)));

    [Fact]
    public void Run_VariablesInAnotherOrder_GivesTheSameBytes() => Law.Holds(TemplateCase.Any, template =>
        Answer(template, template.Process.Reverse()).ShouldBe(Answer(template, template.Process)));

    [Fact]
    public void Run_InAnotherCulture_GivesTheSameBytes() => Law.Holds(HostileCase.Cases, hostile =>
    {
        var expected = Answer(hostile.Event, hostile.Template.Process);
        var usual = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = StrangeCulture();
            Answer(hostile.Event, hostile.Template.Process).ShouldBe(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = usual;
        }
    });

    private static string Answer(TemplateCase template, IEnumerable<(string Name, string Value)> process) =>
        Answer(template.Event, process);

    private static string Answer(string json, IEnumerable<(string Name, string Value)> process)
    {
        using var response = MacroTransform.Run(
            Encoding.UTF8.GetBytes(json), new MacroSettings(process.ToDictionary(variable => variable.Name, variable => variable.Value)));
        return Encoding.UTF8.GetString(response.Response.Span);
    }

    /// <summary>Tests run without the data of cultures, as the macro does; so it is one that writes every sign its own way.</summary>
    private static CultureInfo StrangeCulture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NegativeSign, culture.NumberFormat.PositiveSign) = ("minus", "plus");
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator) = (",", ".");
        return culture;
    }
}
