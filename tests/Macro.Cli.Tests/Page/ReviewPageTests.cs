using System.Text;
using System.Text.RegularExpressions;
using Macro.Cli.Changes;
using Macro.Cli.Page;
using Macro.Cli.Preview;
using Macro.Cli.Templates;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Page;

/// <summary>Tests what the page says; tests/browser tests what a reader sees.</summary>
public partial class ReviewPageTests
{
    private static readonly string Thirty = Repository.PathOf("tests/Macro.Cli.Tests/Rendering/thirty-functions.yaml");

    [Fact]
    public void Page_Head_SaysWhatItIsAbout()
    {
        const string template = """
            Transform:
              Name: DatadogServerless
              Parameters:
                pythonLayerVersion: 120
                apiKey: HIDDEN-key
                service: !Ref Team
                env: !Ref Stage
                gitData: 0123456789abcdef0123,https://HIDDEN-token@github.com/example/shop.git
            Parameters:
              Stage: {Type: String, Default: dev}
              Team: {Type: String, NoEcho: true}
            Resources:
              F: {Type: AWS::Lambda::Function, Properties: {Runtime: python3.13, Handler: app.handler}}
              G: {Type: AWS::Lambda::Function, Properties: {Runtime: nodejs22.x, Handler: app.handler}}
            """;

        var page = Of(template, "--parameter", "Stage=prod", "--parameter", "Team=HIDDEN-team", "--parameter", "Other=x",
            "--stack-name", "shop-prod", "--region", "eu-west-1", "--date", "2026-11-20");

        var pinned = NodeVersion().Match(page).Groups[1].Value;
        Facts(page).ShouldBe(
        [
            "Stack: shop-prod", "Region: eu-west-1", "Commit: 0123456789ab", "Repository: github.com/example/shop.git", "Date: 2026-11-20",
            "Coverage: 2 of 2 functions instrumented",
            $"Layer versions: Datadog-Python313 120, Datadog-Node22-x {pinned} (pinned by this release)",
            "Macro parameters: pythonLayerVersion 120, apiKey ********, service ********, env prod",
            "Template parameters: Stage prod, Team ********",
        ],
        Case.Sensitive);
        page.ShouldNotContain("HIDDEN-", Case.Sensitive);
    }

    [Fact]
    public void Page_WithoutDate_IsTheSameAtAnyTime() => Of(["report", Thirty, "-o", "-"]).ShouldNotContain("<dt>Date");

    [Fact]
    public void Page_Warnings_AreAboveTheChangesAndLinked()
    {
        var page = Of(["report", Thirty, "-o", "-"]);

        page.IndexOf("<h2 id=\"findings\">27 warnings</h2>", StringComparison.Ordinal)
            .ShouldBeInRange(1, page.IndexOf("<h2 id=\"groups\">", StringComparison.Ordinal));
        page.ShouldContain("""<a href="#r1">AcceptOrder</a>: Nothing in this template allows role""");
        page.ShouldContain("The same holds for 26 others");
    }

    [Fact]
    public void Page_EveryLink_HasItsTarget()
    {
        var page = Of(["report", Thirty, "-o", "-"]);

        var targets = Ids().Matches(page).Select(id => id.Groups[1].Value).ToList();
        targets.ShouldBeUnique();
        Links().Matches(page).Select(link => link.Groups[1].Value).Except(targets).ShouldBeEmpty();
    }

    [Fact]
    public void Page_EqualChanges_AreOnceAndRowsHaveWhatDiffers()
    {
        var page = Of(["report", Thirty, "-o", "-"]);

        page.ShouldContain("<h3>All 27 functions");
        page.ShouldContain("9 functions: ArchiveOrder, CalculateTax");
        Occurrences(page, "<code>DD_SITE: datadoghq.com</code>").ShouldBe(1);
        page.ShouldContain("<code>accept_order.handler</code>");
        page.ShouldNotContain("<code>Datadog-Extension:90</code>");
        page.ShouldContain("<code>Datadog-Python313:120</code>");
        page.ShouldContain("<b>LegacyExport</b> <small>not instrumented: excluded, DD344</small>");
        page.ShouldContain("""<h2>Functions <small>AWS::Serverless::Function</small></h2>""");
    }

    [Fact]
    public void Page_OneFunction_HasItsChangesInItsRow()
    {
        var page = Of("""
            Transform: DatadogServerless
            Resources:
              F: {Type: AWS::Lambda::Function, Properties: {Runtime: python3.13, Handler: app.handler}}
            """);

        page.ShouldNotContain("Changes in common");
        Occurrences(page, "<code>DD_SITE: datadoghq.com</code>").ShouldBe(1);
    }

    [Fact]
    public void Page_Before_IsTheTextOfTheAuthor()
    {
        var page = Of("""
            Transform: DatadogServerless
            Resources:
                # Comments above the resource are not part of it.
                F:
                    Type:   AWS::Lambda::Function   # blanks stay
                    Properties:
                        Role: !GetAtt Role.Arn
                        Handler:  "app.handler"   # loads the catalogue
                        # The newest one.
                        Runtime: python3.13
                Role: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {}}}
            """);

        Sides(page, "same", "changed", "removed").ShouldBe(
        [
            "Type:   AWS::Lambda::Function   # blanks stay", "Properties:", "    Role: …",
            "    Handler:  \"app.handler\"   # loads the catalogue", "    # The newest one.", "    Runtime: python3.13",
        ]);
        page.ShouldContain("<ins>    Handler: datadog_lambda.handler.handler   # loads the catalogue</ins>");
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void Page_AnyLineBreaks_AreNotShown(string lineBreak)
    {
        var page = Of(string.Join(lineBreak, "Transform: DatadogServerless", "Resources:", "  F:", "    Type: AWS::Lambda::Function",
            "    Properties:", "      Runtime: python3.13", "      Handler: app.handler", ""));

        Sides(page, "same", "changed", "removed")
            .ShouldBe(["Type: AWS::Lambda::Function", "Properties:", "  Runtime: python3.13", "  Handler: app.handler"]);
    }

    [Fact]
    public void Page_OfManyFunctions_TakesMemoryInProportion()
    {
        var ((few, fewBytes), (many, manyBytes)) = (Measure(60), Measure(240));

        (many / (double)few).ShouldBeLessThan(4.5);
        (manyBytes / (double)fewBytes).ShouldBeLessThan(4.5);
    }

    /// <summary>The length of a page of so many functions, and the bytes that are allocated to write it.</summary>
    private static (int Length, long Bytes) Measure(int count)
    {
        var functions = Enumerable.Range(0, count).Select(i =>
            $"  Function{i}:\n    Type: AWS::Lambda::Function\n    Properties: {{Runtime: python3.13, Handler: app{i}.handler}}\n");
        var text = "Transform: DatadogServerless\nResources:\n" + string.Concat(functions);
        var file = TemplateFile.Read(Encoding.UTF8.GetBytes(text), "many.yaml");
        var options = new PreviewOptions { RecordsChanges = true };
        var changes = TemplateChangesReader.Read(file, TemplatePreview.Run(file, options, new Dictionary<string, string>()));
        ReviewPage.Write(changes);
        var allocated = GC.GetAllocatedBytesForCurrentThread();

        var page = ReviewPage.Write(changes);

        return (page.Length, GC.GetAllocatedBytesForCurrentThread() - allocated);
    }

    private static string Of(string template, params string[] options) =>
        Checked(CliRun.Of(template, new Dictionary<string, string>(), ["report", "-", "-o", "-", .. options]));

    private static string Of(string[] arguments) => Checked(CliRun.Of(arguments));

    private static string Checked(CliRun run)
    {
        run.ExitCode.ShouldBe(0, run.Error);
        return run.Output;
    }

    private static IEnumerable<string> Facts(string page) =>
        FactEntries().Matches(page).Select(fact => $"{fact.Groups[1].Value}: {TextOf(fact.Groups[2].Value)}");

    private static string TextOf(string chips) =>
        Tags().Replace(chips.Replace("</code> <code>", ", ", StringComparison.Ordinal), "").Trim();

    /// <summary>The left side of a comparison.</summary>
    private static IEnumerable<string> Sides(string page, params string[] kinds) => DiffRows().Matches(page)
        .Where(row => kinds.Contains(row.Groups[1].Value)).Select(row => System.Net.WebUtility.HtmlDecode(row.Groups[2].Value));

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;

    [GeneratedRegex("<dt>(.*?)</dt><dd>(.*?)</dd>")]
    private static partial Regex FactEntries();

    [GeneratedRegex("Datadog-Node22-x <b>(\\d+) ")]
    private static partial Regex NodeVersion();

    [GeneratedRegex("</?(code|b)>")]
    private static partial Regex Tags();

    [GeneratedRegex("<div class=\"(\\w+)\"><(?:code|del)>(.*?)</(?:code|del)>")]
    private static partial Regex DiffRows();

    [GeneratedRegex(" id=\"(\\w+)\"")]
    private static partial Regex Ids();

    [GeneratedRegex("href=\"#(\\w+)\"")]
    private static partial Regex Links();
}
