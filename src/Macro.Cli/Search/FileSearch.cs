using System.IO.Enumeration;
using Macro.Cli.Hosting;

namespace Macro.Cli.Search;

/// <summary>Finds the files that the command line names directly, by folder or by pattern.</summary>
internal static class FileSearch
{
    private static readonly string[] Extensions = [".yaml", ".yml", ".json", ".template"];

    /// <summary>Finds the files, each once, in the order of the arguments and within a folder by name.</summary>
    /// <param name="arguments">File names, <c>-</c>, folders, and patterns with <c>*</c>, <c>**</c> and <c>?</c>.</param>
    public static IReadOnlyList<FoundFiles> Find(IReadOnlyList<string> arguments)
    {
        var named = arguments.Where(IsFile).ToHashSet();
        var seen = new HashSet<string>();
        return [.. arguments.Select(Expand).Select(WithoutRepetitions)];

        FoundFiles WithoutRepetitions(FoundFiles found)
        {
            var files = found.Files.Where(file => (!file.IsSearched || !named.Contains(file.Name)) && seen.Add(file.Name)).ToList();
            return found with { Files = files, IfNone = files.Count < found.Files.Count ? null : found.IfNone };
        }
    }

    /// <summary>Whether the arguments are one file, whose result is then shown alone.</summary>
    public static bool IsOneFile(IReadOnlyList<string> arguments) =>
        arguments is [var only] && (IsFile(only) || !Directory.Exists(only) && !IsPattern(only));

    private static bool IsPattern(string argument) => argument.AsSpan().ContainsAny('*', '?');

    private static bool IsFile(string argument) => argument == "-" || File.Exists(argument);

    /// <summary>Tries an argument as a file name, then as a folder or pattern; any other is the name of a missing file.</summary>
    private static FoundFiles Expand(string argument)
    {
        if (IsFile(argument)) return new(argument, [new(argument, IsSearched: false)]);
        if (Directory.Exists(argument)) return InFolder(argument);
        if (!IsPattern(argument)) return new(argument, [new(argument, IsSearched: false)]);
        return new(argument, Ordered(Matches(argument), isSearched: false))
        {
            IfNone = ("No file matches this pattern.", "Check the pattern, and put it in quotes."),
        };
    }

    private static FoundFiles InFolder(string folder)
    {
        var names = FilesBelow(folder).ToList();
        var candidates = names.Where(name => Extensions.Contains(Path.GetExtension(name)));
        return new(folder, Ordered(candidates.Select(name => folder == "." ? name : Path.Join(folder, name)), isSearched: true))
        {
            IfNone = (
                names.Count == 0 ? "The folder has no files." : "The folder has no CloudFormation template.",
                "Name a template, or a folder with templates in YAML or JSON."),
        };
    }

    private static IReadOnlyList<FoundFile> Ordered(IEnumerable<string> names, bool isSearched) =>
        [.. names.Order(StringComparer.Ordinal).Select(name => new FoundFile(name, isSearched))];

    private static IEnumerable<string> Matches(string pattern)
    {
        var folder = pattern[..(pattern.LastIndexOf('/', pattern.AsSpan().IndexOfAny('*', '?')) + 1)];
        var root = folder.Length > 0 ? folder : ".";
        if (!Directory.Exists(root)) return [];
        var expression = new PathPattern(pattern[folder.Length..]);
        return FilesBelow(root).Where(expression.Matches).Select(name => folder + name);
    }

    /// <summary>
    /// Returns the relative names of all files below a folder. Skips hidden folders, installed packages, pipes and devices, and does not
    /// follow links to folders, which may lead back.
    /// </summary>
    private static IEnumerable<string> FilesBelow(string folder)
    {
        var names = new FileSystemEnumerable<string>(folder, NameOf, new EnumerationOptions { RecurseSubdirectories = true })
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref entry) =>
                entry.FileName is not ['.', ..] and not "node_modules" && (entry.Attributes & FileAttributes.ReparsePoint) == 0,
        };
        return names.Where(name => !InputFile.IsSpecial(Path.Join(folder, name)));

        static string NameOf(ref FileSystemEntry entry) => Path.GetRelativePath(entry.RootDirectory.ToString(), entry.ToFullPath());
    }
}
