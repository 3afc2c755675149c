using System.Text;
using Macro.Core.Pipeline;
using Macro.Core.Tests.Laws.Cases;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Laws;

/// <summary>The journal says exactly what differs between the template and the result.</summary>
public sealed class JournalLaws
{
    [Fact]
    public void Changes_MadeInTheTemplate_GiveTheResult() => Law.Holds(TemplateCase.Fitting, template =>
    {
        using var result = Record(template);
        if (!result.Succeeded) return;
        var model = new TemplateModel(template.Fragment);

        foreach (var change in Places(result)) model.Set(change.Path, change.After);

        model.ShouldBe(new TemplateModel(Encoding.UTF8.GetString(result.Fragment!.Value.Span)), Definitions(result));
    });

    [Fact]
    public void Changes_TakenBackFromTheResult_GiveTheTemplate() => Law.Holds(TemplateCase.Fitting, template =>
    {
        using var result = Record(template);
        if (!result.Succeeded) return;
        var before = new TemplateModel(template.Fragment);

        foreach (var change in Places(result)) before.At(change.Path).ShouldBe(TemplateModel.Text(change.Before), $"{change.Path}");
        foreach (var change in Places(result))
            TemplateModel.Text(change.Before).ShouldNotBe(TemplateModel.Text(change.After), $"{change.Path} does not change");
        Places(result).Select(change => change.Path).ShouldBeUnique();
    });

    [Fact]
    public void Changes_OfASecondRun_AreNone() => Law.Holds(TemplateCase.Fitting, template =>
    {
        using var once = Record(template);
        if (!once.Succeeded) return;
        var again = template.Event.Replace(template.Fragment, Encoding.UTF8.GetString(once.Fragment!.Value.Span), StringComparison.Ordinal);

        using var twice = Record(again, template.Process);

        twice.Changes.ShouldBeEmpty();
    });

    [Fact]
    public void Changes_OfStates_AreTheStatesThatDiffer() => Law.Holds(TemplateCase.Fitting, template =>
    {
        using var result = Record(template);
        if (!result.Succeeded) return;
        var (before, after) = (template.Fragment, Encoding.UTF8.GetString(result.Fragment!.Value.Span));

        foreach (var machine in template.Resources.OfType<MachineCase>())
        {
            var recorded = result.Changes.Where(change => change.Kind == ChangeKind.State && change.LogicalId == machine.Id);
            recorded.Select(change => change.Name!).Order()
                .ShouldBe(DefinitionOracle.EditedStates(before, after, machine.Id).Order(), machine.Id);
        }
    });

    [Fact]
    public void Recording_ChangesNothing() => Law.Holds(TemplateCase.Any, template =>
    {
        using var recorded = Record(template);

        recorded.Diagnostics.Select(diagnostic => diagnostic.ToString())
            .ShouldBe([.. template.Run().Errors.Concat(template.Run().Warnings)], ignoreOrder: true);
        if (recorded.Succeeded) Encoding.UTF8.GetString(recorded.Fragment!.Value.Span).ShouldBe(template.Run().Text);
    });

    /// <summary>The changes that are edits of the template at a place of their own.</summary>
    private static IEnumerable<Change> Places(InstrumentationResult result) =>
        result.Changes.Where(change => change.Kind is not (ChangeKind.State or ChangeKind.LogSubscription));

    /// <summary>Definitions are compared state by state.</summary>
    private static HashSet<string> Definitions(InstrumentationResult result) =>
        [.. result.Changes.Where(change => change.Kind == ChangeKind.State).Select(change => change.Path.ToString())];

    private static InstrumentationResult Record(TemplateCase template) => Record(template.Event, template.Process);

    private static InstrumentationResult Record(string json, IEnumerable<(string Name, string Value)> process) =>
        MacroTransform.RunRecorded(Encoding.UTF8.GetBytes(json), new MacroSettings(
            process.ToDictionary(variable => variable.Name, variable => variable.Value)));
}
