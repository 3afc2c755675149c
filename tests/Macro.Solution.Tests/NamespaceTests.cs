using Macro.Solution.Tests.Sources;

namespace Macro.Solution.Tests;

/// <summary>Folders, namespaces and types of the projects in <c>src</c>.</summary>
public class NamespaceTests
{
    public static TheoryData<string> Projects => LayerTests.Projects;

    [Theory]
    [MemberData(nameof(Projects))]
    public void Namespaces_OfAProject_HaveNoCycle(string name) => new NamespaceGraph(Find(name).Sources).Cycles.ShouldBeEmpty();

    /// <summary><c>Program.cs</c> has top-level statements and no namespace.</summary>
    [Theory]
    [MemberData(nameof(Projects))]
    public void Namespaces_OfAProject_EqualFolders(string name)
    {
        var project = Find(name);

        project.Sources.Where(source => Path.GetFileName(source.Path) != "Program.cs")
            .Where(source => source.Namespace != $"{name}/{project.FolderOf(source)}".TrimEnd('/').Replace('/', '.'))
            .Select(source => source.Path).ShouldBeEmpty();
    }

    [Fact]
    public void Types_OfDifferentProjects_HaveDifferentNames() =>
        Repository.ProjectsIn("src")
            .SelectMany(project => project.Sources.SelectMany(source => source.Types.Select(type => (Type: type, Project: project.Name))))
            .Distinct().GroupBy(declaration => declaration.Type, declaration => declaration.Project)
            .Where(type => type.Count() > 1).Select(type => $"{type.Key} in {string.Join(", ", type)}").ShouldBeEmpty();

    private static Project Find(string name) => Repository.ProjectsIn("src").Single(project => project.Name == name);
}
