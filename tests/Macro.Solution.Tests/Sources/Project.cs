using System.Xml.Linq;

namespace Macro.Solution.Tests.Sources;

/// <summary>One project of the solution.</summary>
/// <param name="Folder">The full path of its folder.</param>
/// <param name="Name">The name of its file, without <c>.csproj</c>.</param>
/// <param name="Definition">The content of that file.</param>
internal sealed record Project(string Folder, string Name, XElement Definition)
{
    public string AssemblyName => Definition.Descendants("AssemblyName").SingleOrDefault()?.Value ?? Name;

    public IEnumerable<string> References => Items("ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path));

    public IEnumerable<string> Friends => Items("InternalsVisibleTo");

    public IReadOnlyList<SourceFile> Sources => field ??= [.. Repository.SourcesIn(Folder).Select(SourceFile.Load)];

    /// <summary>The folders that have source files, relative to the project's folder, without that folder itself.</summary>
    public IEnumerable<string> SourceFolders => Sources.Select(FolderOf).Where(folder => folder != "").Distinct();

    public static Project Load(string path) =>
        new(Path.GetDirectoryName(path)!, Path.GetFileNameWithoutExtension(path), XElement.Load(path));

    /// <summary>The folder of a source file, relative to the project's folder; empty for a file directly in it.</summary>
    public string FolderOf(SourceFile source) =>
        Path.GetDirectoryName(Path.GetRelativePath(Folder, Repository.PathOf(source.Path)))!.Replace('\\', '/');

    private IEnumerable<string> Items(string type) =>
        Definition.Descendants(type).Select(item => item.Attribute("Include")!.Value.Replace('\\', '/'));
}
