using System.Text;
using Macro.Core.Diagnostics;
using Macro.Core.Tests.Laws.Cases;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Laws;

/// <summary>Whatever is sent, the answer is a success that may be sent again, or a failure that says what is wrong.</summary>
public sealed class HostileLaws
{
    [Fact]
    public void Run_HostileEvents_GivesASuccessOrKnownErrors() => Law.Holds(HostileCase.Cases, hostile =>
    {
        var run = hostile.Run();

        foreach (var code in run.Codes) DiagnosticCatalog.Find(code.Split(' ')[0]).ShouldNotBeNull();
        run.Codes.ShouldNotContain(code => code.StartsWith(RequestDiagnostics.InternalError.Code, StringComparison.Ordinal));
        (run.Errors.Count == 0).ShouldBe(run.Succeeded);
        run.Answer.GetProperty("status").GetString().ShouldBe(run.Succeeded ? "success" : "failure");
    });

    [Fact]
    public void Run_Truncated_NeverThrows() => Law.Holds(TemplateCase.Any, template =>
    {
        var json = Encoding.UTF8.GetBytes(template.Event);

        MacroRun.OfEvent(json[..(json.Length * 2 / 3)]).Succeeded.ShouldBeFalse();
    });
}
