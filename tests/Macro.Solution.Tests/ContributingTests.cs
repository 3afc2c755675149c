using Macro.Solution.Tests.Sources;

namespace Macro.Solution.Tests;

/// <summary><c>CONTRIBUTING.md</c> names what is there. <see cref="FolderTables"/> has the format of its tables.</summary>
public class ContributingTests
{
    public static TheoryData<string> Projects => LayerTests.Projects;

    private static IReadOnlyDictionary<string, List<string>> Tables =>
        FolderTables.Parse(File.ReadLines(Repository.PathOf("CONTRIBUTING.md")));

    [Fact]
    public void Headings_OfFolderTables_AreTheProjects() =>
        Tables.Keys.ShouldBe(Repository.ProjectsIn("src").Select(project => project.Name), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Projects))]
    public void FolderTable_OfAProject_HasEachFolderOnce(string name) =>
        Tables.GetValueOrDefault(name, []).ShouldBe(
            Repository.ProjectsIn("src").Single(project => project.Name == name).SourceFolders, ignoreOrder: true);
}
