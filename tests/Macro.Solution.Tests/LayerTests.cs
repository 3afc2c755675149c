using Macro.Solution.Tests.Sources;

namespace Macro.Solution.Tests;

/// <summary>Which project may use which other.</summary>
public class LayerTests
{
    private static readonly IReadOnlyDictionary<string, string[]> Allowed = new Dictionary<string, string[]>
    {
        ["Macro.Json"] = [],
        ["Macro.CloudFormation"] = ["Macro.Json"],
        ["Macro.Core"] = ["Macro.CloudFormation", "Macro.Json"],
        ["Macro.Aws"] = [],
        ["Macro.Lambda"] = ["Macro.Core", "Macro.Aws"],
        ["Macro.Cli"] = ["Macro.Core", "Macro.Aws"],
    };

    public static TheoryData<string> Projects => [.. Repository.ProjectsIn("src").Select(project => project.Name)];

    [Fact]
    public void Projects_All_HaveALayer() =>
        Repository.ProjectsIn("src").Select(project => project.Name).ShouldBe(Allowed.Keys, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Projects))]
    public void References_OfAProject_AreToTheLayersBelow(string name) =>
        Find(name).References.Except(Allowed[name]).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Projects))]
    public void Internals_OfAProject_AreVisibleToTestsOnly(string name) =>
        Find(name).Friends.Except(Repository.ProjectsIn("tests").Select(project => project.AssemblyName)).ShouldBeEmpty();

    private static Project Find(string name) => Repository.ProjectsIn("src").Single(project => project.Name == name);
}
