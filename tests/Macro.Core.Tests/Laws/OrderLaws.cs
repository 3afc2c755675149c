using Macro.Core.Tests.Laws.Cases;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Laws;

/// <summary>The order of a template's resources decides nothing.</summary>
public sealed class OrderLaws
{
    [Fact]
    public void Run_ResourcesInAnotherOrder_InstrumentsTheSame() => Law.Holds(TemplateCase.Any, template =>
    {
        var (run, turned) = (template.Run(), (template with { Resources = [.. template.Resources.Reverse()] }).Run());

        turned.Succeeded.ShouldBe(run.Succeeded);
        turned.Instrumented.ShouldBe(run.Instrumented, ignoreOrder: true);
        turned.CodesInAnyOrder().ShouldBe(run.CodesInAnyOrder());
        if (!run.Succeeded) return;
        foreach (var id in run.Instrumented) turned.Resource(id).GetRawText().ShouldBe(run.Resource(id).GetRawText());
    });
}
