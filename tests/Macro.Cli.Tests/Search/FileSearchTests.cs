using Macro.Cli.Tests.Support;
using Macro.Cli.Search;

namespace Macro.Cli.Tests.Search;

public sealed class FileSearchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FileSearchTests()
    {
        string[] templates =
            ["a.yaml", "b/c.yml", "b/d.json", "b/e/f.template", "b/[g].yaml", ".aws-sam/h.yaml", "node_modules/i/j.json"];
        foreach (var name in templates) _folder.Write(name, "Resources: {A: {Type: AWS::SNS::Topic}}");
        _folder.Write("b/package.json", "{}");
        _folder.Write("b/readme.md", "Resources AWS::");
    }

    [Theory]
    [InlineData("", "a.yaml b/[g].yaml b/c.yml b/d.json b/e/f.template b/package.json")]
    [InlineData("b/", "b/[g].yaml b/c.yml b/d.json b/e/f.template b/package.json")]
    [InlineData("*.yaml", "a.yaml")]
    [InlineData("**/*.yaml", "a.yaml b/[g].yaml")]
    [InlineData("b/**", "b/[g].yaml b/c.yml b/d.json b/e/f.template b/package.json b/readme.md")]
    [InlineData("?/?.*", "b/c.yml b/d.json")]
    [InlineData("b/[g].yaml", "b/[g].yaml")]
    [InlineData("b/[*].yaml", "b/[g].yaml")]
    [InlineData(".aws-sam/*.yaml", ".aws-sam/h.yaml")]
    [InlineData("missing.yaml", "missing.yaml")]
    [InlineData("no/such/*.yaml", "")]
    public void Find_Argument_GivesItsFilesInOrder(string argument, string expected) =>
        Names(_folder[argument]).Select(path => Path.GetRelativePath(_folder.Path, path))
            .ShouldBe(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void Find_SeveralArguments_GiveEachFileOnce() =>
        Names(_folder["b/d.json"], _folder["b/*.json"], "-", "-")
            .ShouldBe([_folder["b/d.json"], _folder["b/package.json"], "-"]);

    [Fact]
    public void Find_LinkThatLeadsBack_IsNotFollowed()
    {
        Directory.CreateSymbolicLink(_folder["b/back"], _folder.Path);
        File.CreateSymbolicLink(_folder["b/linked.yaml"], _folder["a.yaml"]);

        Names(_folder["b"]).Select(path => Path.GetRelativePath(_folder["b"], path))
            .ShouldBe(["[g].yaml", "c.yml", "d.json", "e/f.template", "linked.yaml", "package.json"]);
    }

    private static IEnumerable<string> Names(params string[] arguments) =>
        FileSearch.Find(arguments).SelectMany(found => found.Files).Select(file => file.Name);

    public void Dispose() => _folder.Dispose();
}
