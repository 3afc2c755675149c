using Macro.Cli.Tests.Support;

namespace Macro.Cli.Tests;

/// <summary>
/// The schemas in docs describe what the commands write. <see cref="Deployed.DeployedSchemaTests"/> has those of deployed functions.
/// </summary>
public sealed class SchemaTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

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
    }

    public void Dispose() => _folder.Dispose();

    private static IReadOnlyList<string> Problems(string schema, params string[] arguments) =>
        JsonSchema.Read(schema).Problems(CliRun.Of(arguments).Output);
}
