using System.Collections;
using System.Text.Json;
using Macro.Cli.Changes;
using Macro.Cli.Hosting;
using Macro.Cli.Page;
using Macro.Cli.Rendering;
using Macro.Cli.Search;
using Macro.Cli.Templates;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests.Commands;

/// <summary>A bug that one template triggers ends the work on this template only.</summary>
public sealed class FailingTemplateTests : IDisposable
{
    private const string Template = "Transform: {Name: DatadogServerless, Parameters: {pythonLayerVersion: 1}}\n"
        + "Resources:\n  F: {Type: AWS::Lambda::Function, Properties: {Runtime: python3.13, Handler: a.b}}\n";

    private readonly TemporaryFolder _folder = new();

    public FailingTemplateTests()
    {
        foreach (var name in new[] { "a", "b", "c" }) _folder.Write($"in/{name}.yaml", Template);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("markdown")]
    public void Diff_TransformFails_IsTheResultOfThatTemplate(string format)
    {
        var run = Run(new FailingSettings("DD_ENV", 2), "diff", _folder["in"], "--format", format, "--defaults-from-environment");

        ShouldHaveOneFailure(run);
        run.Output.ShouldContain(format == "json" ? "\"rejected\": 1" : "3 templates: 2 changed, 0 unchanged, 1 rejected");
    }

    /// <summary>The settings are read for each template that is rendered as text.</summary>
    [Fact]
    public void Diff_RenderingFails_IsTheResultOfThatTemplate()
    {
        var run = Run(new FailingSettings("FORCE_COLOR", 6), "diff", _folder["in"], "--full");

        ShouldHaveOneFailure(run);
        run.Output.Split("DD_FLUSH_TO_LOG").Length.ShouldBe(3);
    }

    [Fact]
    public void Validate_TransformFails_IsTheResultOfThatTemplate() =>
        ShouldHaveOneFailure(Run(new FailingSettings("DD_ENV", 2), "validate", _folder["in"], "--defaults-from-environment"));

    [Fact]
    public void Report_TransformFails_IsInTheIndex()
    {
        var run = Run(new FailingSettings("DD_ENV", 2), "report", _folder["in"], "-o", _folder["out"], "--defaults-from-environment");

        run.ExitCode.ShouldBe(ExitCode.InternalError);
        Directory.GetFiles(_folder["out"]).Length.ShouldBe(3);
        File.ReadAllText(_folder["out/index.html"]).ShouldContain("error DD009: ");
    }

    [Fact]
    public async Task ForEach_UseFails_UsesTheFailure()
    {
        var used = new List<string>();
        var host = new CommandHost(Stream.Null, Stream.Null, TextWriter.Null, new Dictionary<string, string>());

        await TemplateRun.ForEachAsync(
            "Testing", FileSearch.Find([_folder["in"]]), (file, _) => Task.FromResult<string?>(Path.GetFileName(file.Name)), _ => "nothing",
            (name, exception) => $"{Path.GetFileName(name)} {exception.Message}",
            result => used.Add(result == "b.yaml" ? throw new InvalidOperationException("fails") : result),
            host, TestContext.Current.CancellationToken);

        used.ShouldBe(["a.yaml", "b.yaml fails", "c.yaml"]);
    }

    /// <summary>An output that cannot be written is no fault of a template.</summary>
    [Fact]
    public async Task ForEach_OutputFails_Ends()
    {
        var host = new CommandHost(Stream.Null, Stream.Null, TextWriter.Null, new Dictionary<string, string>());

        await Should.ThrowAsync<IOException>(() => TemplateRun.ForEachAsync(
            "Testing", FileSearch.Find([_folder["in"]]), (file, _) => Task.FromResult<string?>(file.Name), _ => "nothing",
            (_, _) => "failed", _ => throw new IOException("full"), host, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("full")]
    [InlineData("json")]
    [InlineData("markdown")]
    public void Add_RenderingFails_LeavesTheReportAsItWas(string format)
    {
        var (expected, actual) = (new StringWriter(), new StringWriter());
        var (good, bad) = (Changes("a.yaml", []), Changes("b.yaml", new FailingList()));

        foreach (var (text, isFailing) in new[] { (expected, false), (actual, true) })
        {
            var (report, totals) = (Report(format, text), new ChangesTotals());
            report.Begin();
            Add(good);
            if (isFailing) Should.Throw<InvalidOperationException>(() => Add(bad));
            Add(good);
            report.End(totals);

            void Add(TemplateChanges changes)
            {
                report.Add(changes);
                totals.Add(changes);
            }
        }

        $"{actual}".ShouldBe($"{expected}");
        $"{actual}".ShouldContain("a.yaml");
    }

    [Fact]
    public void Index_RowFails_LeavesTheIndexAsItWas()
    {
        var index = new IndexPage();

        Should.Throw<InvalidOperationException>(() => index.Add(Changes("b.yaml", new FailingList())));

        index.Add(Changes("a.yaml", [])).ShouldBe("1-a.yaml.html");
        index.Write(new(), null).ShouldNotContain("b.yaml");
    }

    public void Dispose() => _folder.Dispose();

    private static ChangesReport Report(string format, StringWriter text)
    {
        var host = new CommandHost(Stream.Null, Stream.Null, TextWriter.Null, new Dictionary<string, string>());
        return format switch
        {
            "json" => new JsonChangesReport(text.Write),
            "markdown" => new MarkdownChangesReport(text.Write, isFull: false),
            _ => new TextChangesReport(text.Write, host, "Macro", isFull: format == "full"),
        };
    }

    private static TemplateChanges Changes(string fileName, IReadOnlyList<ResourceAddition> added)
    {
        var file = TemplateFile.Read("""{"Resources":{}}"""u8.ToArray(), fileName);
        return new(file)
        {
            Resources = [new("F", "AWS::Lambda::Function") { Changes = [new(Core.Pipeline.ChangeKind.Handler, null, "a.b", "c.d")] }],
            Added = added,
        };
    }

    private static void ShouldHaveOneFailure(CliRun run)
    {
        run.ExitCode.ShouldBe(ExitCode.InternalError);
        run.Output.ShouldContain("DD009");
        run.Output.ShouldContain("This file causes an internal error of macro (InvalidOperationException: No luck");
        if (run.Output.StartsWith('{')) JsonDocument.Parse(run.Output);
    }

    private static CliRun Run(FailingSettings variables, params string[] arguments) => CliRun.Of("", variables, arguments);

    /// <summary>Variables of which one fails when it is asked for, once.</summary>
    private sealed class FailingSettings(string name, int time) : IReadOnlyDictionary<string, string>
    {
        private int _times;

        public int Count => 0;

        public IEnumerable<string> Keys => [];

        public IEnumerable<string> Values => [];

        public string this[string key] => throw new KeyNotFoundException();

        public bool ContainsKey(string key) => TryGetValue(key, out _);

        public bool TryGetValue(string key, out string value)
        {
            value = "";
            return key == name && Interlocked.Increment(ref _times) == time ? throw new InvalidOperationException("No luck") : false;
        }

        public IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
            Enumerable.Empty<KeyValuePair<string, string>>().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class FailingList : IReadOnlyList<ResourceAddition>
    {
        public int Count => throw new InvalidOperationException("No luck");

        public ResourceAddition this[int index] => throw new InvalidOperationException("No luck");

        public IEnumerator<ResourceAddition> GetEnumerator() => throw new InvalidOperationException("No luck");

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
