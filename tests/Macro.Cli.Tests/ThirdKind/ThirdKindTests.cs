using System.Text;
using System.Text.Json;
using Macro.Cli.Changes;
using Macro.Cli.Hosting;
using Macro.Cli.Page;
using Macro.Cli.Preview;
using Macro.Cli.Rendering;
using Macro.Cli.Templates;
using Macro.Core;
using Macro.Core.Pipeline;
using JsonPath = Macro.Json.JsonPath;

namespace Macro.Cli.Tests.ThirdKind;

/// <summary>
/// Adding a resource kind takes one instrumenter and one entry in the list of kinds; every output that shows changes then includes it.
/// </summary>
public sealed class ThirdKindTests : IDisposable
{
    private const string Secret = "hunter2";

    private const string Template = """
        {"Resources":{
          "F":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"provided"}},
          "Orders":{"Type":"AWS::SQS::Queue","Properties":{"Tags":[{"Key":"owner","Value":"hunter2"}]}},
          "Plain":{"Type":"AWS::SQS::Queue"}}}
        """;

    private static readonly InstrumentationPipeline Pipeline = new([.. MacroTransform.Kinds, context => new QueueInstrumenter(context)]);

    private static readonly MacroSettings Settings = new(new Dictionary<string, string>())
    {
        SecretParameters = new HashSet<string> { "service" },
        SecretTexts = [Secret],
    };

    private readonly InstrumentationResult _result = Pipeline.Run(Event(Template), Settings, new RecordingJournal());
    private readonly TemplateChanges _changes;

    public ThirdKindTests() => _changes = TemplateChangesReader.Read(
        TemplateFile.Read(Encoding.UTF8.GetBytes(Template), "queues.json"),
        new PreviewResult(_result, JsonPath.Root, isDeclared: true));

    [Fact]
    public void Run_Queue_IsInstrumentedWithTheOtherKinds()
    {
        _result.Instrumented.ShouldBe(["F", "Orders"]);
        Text(_result).ShouldContain(
            """
            [{"Key":"owner","Value":"hunter2"},{"Key":"service","Value":"hunter2-shop"},{"Key":"env","Value":"prod"}]
            """);
    }

    [Fact]
    public void Revert_Queue_IsAsItWas() => Tags(Pipeline.Revert(Event(Text(_result)), Settings, _result.Memories))
        .ShouldBe("""[{"Key":"owner","Value":"hunter2"}]""");

    [Fact]
    public void Text_Queue_IsShownWithItsTags()
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var text = TextChanges.Write(_changes, new CommandHost(Stream.Null, output, error, new Dictionary<string, string>()));

        text.ShouldNotContain(Secret);
        text.ShouldEndWith("""
            Orders  AWS::SQS::Queue
              + tag  service: ********
              + tag  env: prod

            Plain  AWS::SQS::Queue  unchanged

            Writes the macro's report to Metadata.DatadogServerless.
            Changes 1 function, 1 queue; adds 0 resources; 0 warnings.

            """);
    }

    [Fact]
    public void Json_Queue_HasItsTags()
    {
        var json = JsonChanges.Write(_changes);

        json.ShouldNotContain(Secret);
        var queue = JsonDocument.Parse(json).RootElement.GetProperty("resources")[1];
        queue.GetProperty("logicalId").GetString().ShouldBe("Orders");
        queue.GetProperty("changes").EnumerateArray()
            .Select(change => $"{change.GetProperty("kind")} {change.GetProperty("name")} {change.GetProperty("after")}")
            .ShouldBe(["tag service ********", "tag env prod"]);
    }

    [Fact]
    public void Markdown_Queue_HasASection()
    {
        var markdown = MarkdownChanges.Write(_changes, isFull: true);

        markdown.ShouldNotContain(Secret);
        markdown.ShouldContain("<summary><b><code>Orders</code></b> <code>AWS::SQS::Queue</code>: 2 changes</summary>");
        markdown.ShouldContain("+ tag       service: ********\n+ tag       env: prod\n");
        markdown.ShouldContain("<summary><b><code>Plain</code></b> <code>AWS::SQS::Queue</code>: unchanged</summary>");
    }

    [Fact]
    public void Page_Queues_HaveATableWithTheirHighlights()
    {
        var page = ReviewPage.Write(_changes);

        page.ShouldNotContain(Secret);
        page.ShouldContain("""
            <h2>Queues <small>AWS::SQS::Queue</small></h2>
            <div class="columns queue" aria-hidden="true"><span>Name</span><span>Tag</span><span>Changes</span><span>Warnings</span></div>
            <details class="resource queue" id="r2" data-show="changed">
            """);
        page.ShouldContain("""<span data-label="Tag"><span><code>service: ********</code> <code>env: prod</code> </span></span>""");
    }

    public void Dispose() => _result.Dispose();

    private static byte[] Event(string fragment) => Encoding.UTF8.GetBytes(
        $$"""
        {"region":"us-east-1","accountId":"123456789012","transformId":"123456789012::Macro","requestId":"r-1","fragment":{{fragment}},
          "params":{"service":"hunter2-shop","env":"prod"},"templateParameterValues":{} }
        """);

    private static string Text(InstrumentationResult result) => Encoding.UTF8.GetString(result.Fragment!.Value.Span);

    private static string Tags(InstrumentationResult result)
    {
        using (result)
        {
            return JsonDocument.Parse(result.Fragment!.Value).RootElement.GetProperty("Resources").GetProperty("Orders")
                .GetProperty("Properties").GetProperty("Tags").GetRawText();
        }
    }
}
