using System.Text.Json;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Rendering;

/// <summary>What people see of a template with 30 functions.</summary>
public class GroupedOutputTests
{
    private const string Name = "tests/Macro.Cli.Tests/Rendering/thirty-functions.yaml";

    private static readonly string Template = Repository.PathOf(Name);

    [Fact]
    public void Diff_ThirtyFunctions_FitsTwoScreens()
    {
        var output = Run("diff");

        Golden.ShouldMatch(output, Path.ChangeExtension(Name, "diff.txt"));
        // 520 lines when each resource is shown with all its changes.
        (output.Split('\n').Length, Run("diff", "--full").Split('\n').Length).ShouldBe((64, 522));
    }

    /// <summary>A person scrolls through a screen or two of 80 columns; a log has everything.</summary>
    [Fact]
    public void Diff_ThirtyFunctionsOnATerminal_CutsLongLists()
    {
        var output = CliRun.OnTerminal(80, "", new Dictionary<string, string> { ["NO_COLOR"] = "1" }, "diff", Template).Output;

        output.Split('\n').Length.ShouldBeLessThan(56);
        output.ShouldContain("      calculateTax.handler    CalculateTax\n      and 21 more             --full shows all\n");
        output.Replace("\n", " ", StringComparison.Ordinal).ShouldContain("CancelOrder (line 35) and 20 more.");
    }

    [Fact]
    public void Diff_ThirtyFunctionsInMarkdown_SaysEqualChangesOnce()
    {
        var output = Run("diff", "--format", "markdown");

        Golden.ShouldMatch(output, Path.ChangeExtension(Name, "diff.md"));
        output.Split("DD_ENHANCED_METRICS").Length.ShouldBe(2);
    }

    [Fact]
    public void Diff_Full_HasEveryChangeOfEveryFunction()
    {
        Run("diff", "--full").Split("DD_ENHANCED_METRICS").Length.ShouldBe(28);
        Run("diff", "--full", "--format", "markdown").Split("DD_ENHANCED_METRICS").Length.ShouldBe(28);
    }

    [Fact]
    public void Diff_Warnings_AreFirstAndOneForEachCause()
    {
        var lines = Run("diff").Split('\n');

        lines[0].ShouldStartWith($"{Name}:17:5: warning DD321 AcceptOrder: Nothing in this template allows role AcceptOrderRole ");
        lines[0].ShouldContain("The same holds for AdjustStock (line 20), ");
        lines.Count(line => line.Contains("DD321", StringComparison.Ordinal)).ShouldBe(1);
        lines[2].ShouldBe("27 of 30 functions instrumented; "
            + "not: RenderInvoice (container image, DD346), LegacyExport, LegacyImport (excluded, DD344)");
    }

    [Fact]
    public void Diff_Json_TellsWhatIsNotInstrumented()
    {
        var coverage = JsonDocument.Parse(Run("diff", "--format", "json")).RootElement.GetProperty("coverage")[0];

        (coverage.GetProperty("total").GetInt32(), coverage.GetProperty("instrumented").GetInt32()).ShouldBe((30, 27));
        coverage.GetProperty("skipped").EnumerateArray()
            .Select(skipped => $"{skipped.GetProperty("logicalId")}: {skipped.GetProperty("reason")}")
            .ShouldBe(["RenderInvoice: container image", "LegacyExport: excluded", "LegacyImport: excluded"]);
    }

    [Fact]
    public void Validate_SameWarning_IsOneLineWithAllNames()
    {
        var folded = Run("validate").Split('\n');
        folded.Count(line => line.Contains(" warning DD321 ", StringComparison.Ordinal)).ShouldBe(1);
        folded[0].ShouldEndWith("TrackParcel (line 98).");
        Run("validate", "--full").Split(" warning DD321 ").Length.ShouldBe(28);
        JsonDocument.Parse(Run("validate", "--format", "json")).RootElement.GetProperty("files")[0].GetProperty("findings").GetArrayLength()
            .ShouldBe(27);
    }

    private static string Run(string command, params string[] options)
    {
        var run = CliRun.Of([command, Template, .. options]);
        run.ExitCode.ShouldBe(0, run.Error);
        return run.Output.Replace(Repository.Root + "/", "", StringComparison.Ordinal);
    }
}
