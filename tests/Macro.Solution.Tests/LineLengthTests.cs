using Macro.Solution.Tests.Sources;

namespace Macro.Solution.Tests;

/// <summary>The limit of <c>max_line_length</c> in <c>.editorconfig</c>, which <c>dotnet format</c> does not check.</summary>
public class LineLengthTests
{
    private const int MaxColumns = 140;

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    [InlineData("tools")]
    public void Lines_OfSources_FitTheLimit(string folder) =>
        Repository.SourcesIn(folder).Select(path => (Path: Repository.Relative(path), Lines: LongLines(path)))
            .Where(file => file.Lines != "").Select(file => $"{file.Path}: lines {file.Lines}").ShouldBeEmpty();

    [Fact]
    public void EditorConfig_HasTheSameLimit() =>
        File.ReadAllText(Repository.PathOf(".editorconfig")).ShouldContain($"max_line_length = {MaxColumns}\n");

    private static string LongLines(string path) =>
        string.Join(", ", File.ReadLines(path).Index().Where(line => line.Item.Length > MaxColumns).Select(line => line.Index + 1));
}
