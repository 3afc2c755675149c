namespace Macro.Cli.Tests.Support;

/// <summary>The pages of the documentation, relative to the root of the repository.</summary>
internal static class Pages
{
    public static IReadOnlyList<string> All { get; } =
    [
        "README.md",
        .. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("node_modules", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];
}
