using FsCheck;
using FsCheck.Fluent;
using Macro.Cli.Hosting;
using Macro.Core.Tests.Laws.Cases;
using Macro.Core.Tests.Support;

namespace Macro.Cli.Tests.Laws;

/// <summary>
/// Human-readable output never shows a secret, for any template and settings. <c>transform</c> and <c>invoke</c> are exempt: they write
/// the template itself, with any secrets in it.
/// </summary>
public sealed class MaskLaws
{
    [Theory]
    [InlineData("diff", "--format", "text")]
    [InlineData("diff", "--format", "json")]
    [InlineData("diff", "--format", "markdown")]
    [InlineData("diff", "--full", "--format=text")]
    [InlineData("diff", "--full", "--format=markdown")]
    [InlineData("report", "--output", "-")]
    [InlineData("validate", "--format", "github")]
    [InlineData("validate", "--format", "junit")]
    [InlineData("validate", "--format", "gitlab")]
    [InlineData("validate", "--format", "text")]
    [InlineData("validate", "--format", "json")]
    [InlineData("validate", "--format", "sarif")]
    public void Output_OfAnyTemplate_ShowsNoSecret(string command, string option, string value) =>
        Law.Holds(Cases, file => file.ShouldBeMasked(command, option, value));

    [Fact]
    public void Report_OfYamlWithComments_ShowsNoSecret()
    {
        var shown = 0;

        Law.Holds(Cases, file =>
        {
            var yaml = file with { IsYaml = true };
            yaml.ShouldBeMasked("report", "--output", "-");
            if (yaml.Run("report", "--output", "-").Output.Contains("<code># ", StringComparison.Ordinal)) shown++;
        });

        shown.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Diff_OfManyTemplates_ShowsChangesOften()
    {
        var (all, changed) = (0, 0);

        Law.Visit(Cases, file =>
        {
            all++;
            if (file.Run("diff", "--exit-code").ExitCode == ExitCode.Changed) changed++;
        });

        changed.ShouldBeGreaterThan(all / 4);
    }

    private static Gen<TemplateOnDisk> Cases =>
        from template in Gen.Frequency((4, TemplateCase.Fitting), (1, TemplateCase.Any))
        from secret in Gen.Elements(NoEchoValues)
        from given in Gen.Elements(true, false)
        from revealed in Gen.ListOf(Gen.Elements(TemplateOnDisk.Revealing), 2)
        from count in Gen.Choose(0, 2)
        select new TemplateOnDisk(
            template.Under([.. revealed.Take(count).Distinct().Select(name => (name, new Given("""{"Ref":"Password"}""")))]),
            secret,
            given);

    /// <summary>Values that look the same after the macro has split, trimmed or cleaned them, and values that do not.</summary>
    private static readonly string[] NoEchoValues =
        [
            "hunter2", "hunter2 with spaces/é!", "owner:hunter2, team:hunter2b", "hunter2sha,https://github.com/hunter2/app.git",
            " hunter2 ", "hunter2\\\"quoted\\\" <b>", "A=hunter2,B=hunter2", "120", "hunter2:key",
        ];
}
