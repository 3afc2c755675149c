using System.Text;
using Macro.Cli.Tests.Deployed.Fakes;

namespace Macro.Cli.Tests.Deployed;

/// <summary>The question on a terminal, and the bound on failures.</summary>
public sealed class ConfirmationTests : DeployedTest
{
    [Theory]
    [InlineData("yes\n", true)]
    [InlineData("  yes  \n", true)]
    [InlineData("yes", true)]
    [InlineData("y\n", false)]
    [InlineData("YES\n", false)]
    [InlineData("\n", false)]
    [InlineData("", false)]
    [InlineData("no\nyes\n", false)]
    public void Instrument_OnATerminal_AppliesThePlanOnlyAfterYes(string answer, bool isApplied)
    {
        Cloud.Lambda.Add(Python("p"));

        var run = Cloud.Run(
            host => host with { InputIsTerminal = true, Input = new MemoryStream(Encoding.UTF8.GetBytes(answer)) },
            ["instrument", "-f", "p", .. Extension]);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldContain("Apply these changes to one resource? Only yes is accepted: ");
        run.Output.ShouldContain("1 function to change.");
        Cloud.Changes.Any().ShouldBe(isApplied);
        if (!isApplied) run.Error.ShouldContain("Nothing is changed.");
    }

    [Fact]
    public void Instrument_OnATerminal_DoesNotAskWhatIsDecided()
    {
        Cloud.Lambda.Add(Python("p"));
        CliRunOnTerminal("--dry-run").ShouldNotContain("Apply these changes");
        Cloud.Changes.ShouldBeEmpty();
        CliRunOnTerminal("--yes").ShouldNotContain("Apply these changes");
        Cloud.Changes.ShouldNotBeEmpty();
        CliRunOnTerminal().ShouldNotContain("Apply these changes");
    }

    [Fact]
    public void Instrument_MaxFailuresInARow_EndTheRun()
    {
        for (var i = 0; i < 20; i++) Cloud.Lambda.Add(Python($"f{i:00}"));
        var tried = 0;
        Cloud.Error = (operation, _) =>
        {
            if (operation != "UpdateFunctionConfiguration") return null;
            // The third succeeds, so that the count begins again.
            return ++tried == 3 ? null : FakeError.Denied("lambda:UpdateFunctionConfiguration");
        };

        Instrument("--all", "--concurrency", "1", "--max-failures", "4").ShouldBe(1);

        tried.ShouldBe(2 + 1 + 4);
        Output.ShouldContain("Changed 1 function; 6 failed; 13 not tried.");
        Output.ShouldContain("DD726 f19");
    }

    [Fact]
    public void Instrument_WithoutMaxFailures_EndsAfterFiveInARow()
    {
        for (var i = 0; i < 20; i++) Cloud.Lambda.Add(Python($"f{i:00}"));
        Cloud.Error = (operation, _) => operation == "UpdateFunctionConfiguration" ? FakeError.Denied("x") : null;

        Instrument("--all", "--concurrency", "1").ShouldBe(1);

        Output.ShouldContain("5 failed; 15 not tried.");
        Instrument("--all", "--max-failures", "0").ShouldBe(2);
    }

    private string CliRunOnTerminal(params string[] more) =>
        Cloud.Run(host => host with { InputIsTerminal = true }, ["instrument", "-f", "p", .. Extension, .. more]).Error;
}
