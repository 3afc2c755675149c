using System.Text.Json;
using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests;

/// <summary>
/// The schemas in docs describe what the commands write. <see cref="Deployed.DeployedSchemaTests"/> has those of deployed functions.
/// </summary>
public sealed class SchemaTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The schemas that describe output.</summary>
    public static TheoryData<string> SchemaFiles => [.. OutputFormats.Schemas.Values.OfType<string>().Distinct()];

    public static TheoryData<string> Templates =>
    [
        .. Directory.EnumerateFiles(Repository.PathOf("examples"), "*template.*", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.PathOf("tests/Samples"), "template.*", SearchOption.AllDirectories))
            .Where(path => !path.Contains("node_modules", StringComparison.Ordinal))
            .Select(path => Path.GetRelativePath(Repository.Root, path)),
        "tests/browser/hostile.template.json",
    ];

    [Theory]
    [MemberData(nameof(Templates))]
    public void Json_OfRealTemplates_IsOfItsSchema(string template)
    {
        var path = Repository.PathOf(template);

        Problems("diff.schema.json", "diff", path, "--format", "json").ShouldBeEmpty();
        Problems("diff.schema.json", "diff", path, "missing.yaml", "--format", "json").ShouldBeEmpty();
        Problems("validate.schema.json", "validate", path, "missing.yaml", "--format", "json").ShouldBeEmpty();
        Problems("code-quality.schema.json", "validate", path, "missing.yaml", "--format", "gitlab").ShouldBeEmpty();
        Problems("settings.schema.json", "config", path, "--format", "json").ShouldBeEmpty();
    }

    [Fact]
    public void Formats_ThatAreJson_HaveASchema() => OutputFormats.All.Where(pair => OutputFormats.IsJson(pair.Format)).Order()
        .ShouldBe(OutputFormats.Schemas.Keys.Order());

    [Theory]
    [MemberData(nameof(SchemaFiles))]
    public void Schema_EveryObjectWithAMessage_HasACode(string schema)
    {
        var pages = Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md");
        pages.ShouldContain(file => File.ReadAllText(file).Contains($"]({schema})", StringComparison.Ordinal));
        var objects = Objects(JsonDocument.Parse(File.ReadAllText(Repository.PathOf($"docs/{schema}"))).RootElement).ToList();
        foreach (var (properties, required) in objects.Where(item => item.Properties.Intersect(["message", "severity"]).Any()))
            required.ShouldContain(name => name == "code" || name == "check_name", string.Join(", ", properties));
    }

    [Fact]
    public void Layers_Json_IsOfItsSchema() => Problems("layers.schema.json", "layers", "--format", "json").ShouldBeEmpty();

    [Fact]
    public void Config_Json_IsOfItsSchema()
    {
        _folder.Write(".datadog-macro.yaml", """
            parameters: {env: prod, apiKey: hunter2}
            ignore: [DD321]
            ignoreByResource: {F: [DD222]}
            format: json
            warningsAsErrors: true
            """);
        var template = _folder.Write("t.yaml", "Parameters: {Stage: {Type: String}}\nResources: {}\n");
        string[] line = ["config", template, "--parameter", "Stage=dev", "--region", "eu-west-3", "--format", "json"];

        Problems("settings.schema.json", line).ShouldBeEmpty();
        CliRun.Of(line).Output.ShouldNotContain("hunter2");
        Problems("settings.schema.json", "config", "no-such.yaml", "--parameter", "Stage=dev", "--format", "json").ShouldBeEmpty();
    }

    [Fact]
    public void Json_WithoutTemplates_IsOfItsSchema()
    {
        Problems("diff.schema.json", "diff", _folder.Path, "--format", "json").ShouldBeEmpty();
        Problems("validate.schema.json", "validate", _folder.Path, "--format", "json").ShouldBeEmpty();
        Problems("code-quality.schema.json", "validate", _folder.Path, "--ignore", "DD0", "--format", "gitlab").ShouldBeEmpty();
    }

    [Fact]
    public void Schema_OtherJson_HasProblems()
    {
        const string wrong = """{"version": 1, "files": [{"file": "a", "findings": []}], "errors": -1, "x": 1}""";
        JsonSchema.Read("validate.schema.json").Problems(wrong).Count.ShouldBe(5);
        JsonSchema.Read("code-quality.schema.json").Problems("""[{"check_name": "DDx"}]""").Count.ShouldBe(5);
        JsonSchema.Read("diff.schema.json").Problems("""{"file": "a"}""").Count.ShouldBe(1);
        JsonSchema.Read("layers.schema.json").Problems("""{"layers": [{"subject": "Python"}]}""").Count.ShouldBe(1);
        JsonSchema.Read("settings.schema.json").Problems("""{"file": "a", "settings": [{"name": "x", "value": 1}]}""").Count.ShouldBe(3);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The names of the properties of each object in a schema, and of the required ones.</summary>
    private static IEnumerable<(List<string> Properties, List<string> Required)> Objects(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Array => schema.EnumerateArray().SelectMany(Objects),
        JsonValueKind.Object => schema.EnumerateObject().SelectMany(member => Objects(member.Value)).Concat(
            schema.TryGetProperty("properties", out var properties) ? [(Names(properties), Required(schema))] : []),
        _ => [],
    };

    private static List<string> Names(JsonElement properties) => [.. properties.EnumerateObject().Select(member => member.Name)];

    private static List<string> Required(JsonElement schema) =>
        schema.TryGetProperty("required", out var required) ? [.. required.EnumerateArray().Select(name => $"{name}")] : [];

    private static IReadOnlyList<string> Problems(string schema, params string[] arguments) =>
        JsonSchema.Read(schema).Problems(CliRun.Of(arguments).Output);
}
