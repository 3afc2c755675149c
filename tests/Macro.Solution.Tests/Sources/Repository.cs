namespace Macro.Solution.Tests.Sources;

/// <summary>The files of this repository.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>The projects in one of the folders <c>src</c>, <c>tests</c> and <c>tools</c>, in order of their names.</summary>
    public static IReadOnlyList<Project> ProjectsIn(string folder) =>
        [.. Directory.GetFiles(PathOf(folder), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Project.Load)];

    /// <summary>The C# files in a folder, without what the compiler writes into <c>bin</c> and <c>obj</c>.</summary>
    public static IEnumerable<string> SourcesIn(string folder) =>
        Directory.EnumerateFiles(PathOf(folder), "*.cs", SearchOption.AllDirectories).Where(IsSource).Order(StringComparer.Ordinal);

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static bool IsSource(string path) => !Relative(path).Split('/').Any(part => part is "bin" or "obj" or "node_modules");

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "Macro.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
