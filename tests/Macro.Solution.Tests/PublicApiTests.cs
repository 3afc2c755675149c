using Macro.Solution.Tests.Sources;

namespace Macro.Solution.Tests;

/// <summary>
/// <c>PublicApi.txt</c> in the folder of a library lists its public API, so that a change of it shows in a review.
/// <c>UPDATE_SNAPSHOTS=1</c> writes the files.
/// </summary>
public class PublicApiTests
{
    public static TheoryData<string> Libraries =>
        [.. Repository.ProjectsIn("src").Where(project => !project.Definition.Descendants("OutputType").Any())
            .Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void PublicApi_OfALibrary_IsItsList(string name)
    {
        var api = string.Concat(PublicApi.Of(name).Select(line => line + "\n"));
        var path = Repository.PathOf($"src/{name}/PublicApi.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1") File.WriteAllText(path, api);

        api.ShouldBe(File.Exists(path) ? File.ReadAllText(path) : "", $"UPDATE_SNAPSHOTS=1 writes {path}.");
    }

    [Fact]
    public void PublicApi_OfMacroCore_HasTheTransformAndNoInternals()
    {
        var api = PublicApi.Of("Macro.Core").ToList();

        api.ShouldContain(line => line.Contains("MacroTransform.Run(", StringComparison.Ordinal));
        api.ShouldNotContain(line => line.Contains("InstrumentationPipeline", StringComparison.Ordinal));
    }
}
