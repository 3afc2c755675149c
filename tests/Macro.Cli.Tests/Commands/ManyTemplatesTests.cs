using System.Text;
using System.Text.Json;
using Macro.Cli.Hosting;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Commands;

/// <summary><c>macro diff</c> and <c>macro report</c> with several templates.</summary>
[Collection(RunsAlone.Name)]
public sealed partial class ManyTemplatesTests : IDisposable
{
    private const string Changed = "Transform: {Name: DatadogServerless, Parameters: {pythonLayerVersion: 1}}\n"
        + "Resources:\n  F: {Type: AWS::Lambda::Function, Properties: {Runtime: python3.13, Handler: a.b}}\n";
    private const string Unchanged = "Transform: DatadogServerless\nResources: {T: {Type: AWS::SNS::Topic}}\n";

    private readonly TemporaryFolder _folder = new();

    public ManyTemplatesTests()
    {
        _folder.Write("in/a.yaml", Changed);
        _folder.Write("in/b.yaml", Unchanged);
        _folder.Write("in/c/broken.yaml", "Resources:\n  T: {Type: AWS::SNS::Topic\n");
        _folder.Write("in/c/other.json", "{}");
        _folder.Write("in/d.yaml", Changed.Replace("  F:", "  Other:", StringComparison.Ordinal));
    }

    [Fact]
    public void Diff_Folder_ShowsEachTemplateAndCounts()
    {
        var run = Diff(_folder["in"]);

        run.ExitCode.ShouldBe(ExitCode.Rejected);
        Headings(run).ShouldBe(["a.yaml", "c/broken.yaml", "d.yaml"]);
        run.Output.ShouldContain($"{_folder["in"]}/c/broken.yaml:3:1: error DD002: ");
        run.Output.ShouldEndWith(
            "4 templates: 2 changed, 1 unchanged, 1 rejected\n2 of 2 functions instrumented\nDD002  error    1 in 1 file\n");
    }

    [Fact]
    public void Diff_OnePattern_IsManyTemplatesAndOneFileIsOne()
    {
        Diff(_folder["in/a*.yaml"]).Output.ShouldEndWith("1 template: 1 changed, 0 unchanged, 0 rejected\n1 of 1 function instrumented\n");
        Diff(_folder["in/a.yaml"]).Output.ShouldEndWith("Changes 1 function; adds 0 resources; 0 warnings.\n");
    }

    [Theory]
    [InlineData("in/[ab].yaml in/*.none", 1)]
    [InlineData("in/a.yaml in/b.yaml", 3)]
    [InlineData("in/b.yaml in/b.yaml", 0)]
    public void Diff_ExitCode_IsThatOfTheWorst(string names, int exitCode) =>
        Diff([.. names.Split(' ').Select(name => _folder[name]), "--exit-code"]).ExitCode.ShouldBe(exitCode);

    [Fact]
    public void Diff_ManyChangedTemplates_FitsAScreenUnlessFull()
    {
        for (var i = 0; i < 100; i++) _folder.Write($"in/s{i:00}.yaml", Changed);

        var (run, full) = (Diff(_folder["in"]), Diff(_folder["in"], "--full"));

        run.Output.Split('\n').Length.ShouldBeLessThan(24);
        run.Output.ShouldStartWith(
            $"{_folder["in"]}/c/broken.yaml: Not compared: 1 error.\n{_folder["in"]}/a.yaml: ");
        run.Output.ShouldContain("\n… and 91 more\n");
        run.Output.ShouldContain("104 templates: 102 changed, 1 unchanged, 1 rejected\n");
        Headings(full).Count().ShouldBe(104);
        full.Output.Split("DD_FLUSH_TO_LOG").Length.ShouldBe(103);
    }

    [Fact]
    public void Diff_Json_HasEveryTemplateInOrder()
    {
        var root = JsonDocument.Parse(Diff(_folder["in"], _folder["missing.yaml"], "--format", "json").Output).RootElement;

        root.GetProperty("templates").EnumerateArray()
            .Select(template => $"{Path.GetFileName(template.GetProperty("file").GetString())} {template.GetProperty("status")}")
            .ShouldBe(["a.yaml changed", "b.yaml unchanged", "broken.yaml rejected", "d.yaml changed", "missing.yaml rejected"]);
        root.GetProperty("rejected").GetInt32().ShouldBe(2);
        root.GetProperty("templates")[2].GetProperty("findings")[0].GetProperty("code").GetString().ShouldBe("DD002");
    }

    [Fact]
    public void Diff_Markdown_IsOneCommentThatFits()
    {
        for (var i = 0; i < 100; i++) _folder.Write($"in/s{i:00}.yaml", Changed);

        var output = Diff(_folder["in"], "--format", "markdown").Output;

        output.ShouldStartWith("- ` 104 templates: 102 changed, 1 unchanged, 1 rejected `\n");
        output.Length.ShouldBeLessThan(65_000);
        output.ShouldContain("Templates in which the macro changes nothing: 1.\n");
        output.ShouldContain("Templates that are left out, since the comment would be too long: ");
    }

    [Fact]
    public void Diff_InternalErrorOfOneFile_IsItsResult()
    {
        using var output = new MemoryStream();
        using var input = new FaultyInput(new InvalidOperationException("No luck"));
        var host = new CommandHost(input, output, TextWriter.Null, new Dictionary<string, string>());

        MacroCommand.Run(["diff", "-", _folder["in/a.yaml"]], host).ShouldBe(ExitCode.InternalError);

        var text = Encoding.UTF8.GetString(output.ToArray());
        text.ShouldContain("-:1:1: error DD009: This file causes an internal error of macro (InvalidOperationException: No luck).");
        text.ShouldContain("2 templates: 1 changed, 0 unchanged, 1 rejected");
    }

    [Fact]
    public void Report_Folder_WritesAPageForEachTemplateAndAnIndex()
    {
        var run = CliRun.Of("report", _folder["in"], "-o", _folder["out"]);

        (run.ExitCode, run.Output).ShouldBe((ExitCode.Rejected, ""));
        run.Error.ShouldStartWith($"{_folder["in"]}/c/broken.yaml:3:1: error DD002: ");
        run.Error.ShouldEndWith($"\n{_folder["out"]}/index.html: 4 templates: 2 changed, 1 unchanged, 1 rejected.\n");
        var names = Directory.GetFiles(_folder["out"]).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
        names.Count.ShouldBe(4);
        var index = File.ReadAllText(_folder["out/index.html"]);
        foreach (var name in names.Where(name => name != "index.html")) index.ShouldContain($"<a href=\"{name}\">");
        index.ShouldContain("error DD002: ");
        index.ShouldContain("<a href=\"#q=DD002\"><code>DD002 <b>1 in 1 file</b></code></a>");
        index.IndexOf("<b>" + _folder["in/c/broken.yaml"], StringComparison.Ordinal)
            .ShouldBeLessThan(index.IndexOf("<b>" + _folder["in/a.yaml"], StringComparison.Ordinal));
        var page = File.ReadAllText(_folder[$"out/{names.First(name => name!.StartsWith("1-", StringComparison.Ordinal))}"]);
        page.ShouldBe(CliRun.Of("report", _folder["in/a.yaml"], "-o", "-").Output);
    }

    [Fact]
    public void Report_ManyTemplates_NeedAFolderThatCanBeWritten()
    {
        foreach (var output in (string[])["-", _folder["report.html"]])
            CliRun.Of("report", _folder["in"], "-o", output).ExitCode.ShouldBe(ExitCode.Usage);
        Directory.Exists(_folder["report.html"]).ShouldBeFalse();
        var run = CliRun.Of("report", _folder["in"], "-o", _folder.Write("file", ""));
        run.ExitCode.ShouldBe(ExitCode.Rejected);
        run.Error.ShouldContain("error DD004: ");
    }

    public void Dispose() => _folder.Dispose();

    private static CliRun Diff(params string[] arguments) => CliRun.Of(["diff", .. arguments]);

    private IEnumerable<string> Headings(CliRun run) => run.Output.Split('\n')
        .Where(line => line.StartsWith("== ", StringComparison.Ordinal))
        .Select(line => Path.GetRelativePath(_folder["in"], line[3..]));

    private sealed class FaultyInput(Exception exception) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw exception;
    }
}
