using System.IO.Enumeration;
using System.Text.RegularExpressions;

namespace Macro.Cli.Validation;

/// <summary>Turns what stands on the command line into files: names as they are, folders and wildcards as what they contain.</summary>
internal static class FileSearch
{
    private static readonly string[] Extensions = [".yaml", ".yml", ".json", ".template"];

    /// <summary>The files, each once, in the order of the arguments and within a folder by name.</summary>
    /// <param name="arguments">File names, <c>-</c>, folders, and patterns with <c>*</c>, <c>**</c> and <c>?</c>.</param>
    public static IReadOnlyList<string> Find(IEnumerable<string> arguments) => [.. arguments.SelectMany(Expand).Distinct()];

    /// <summary>A file of this very name counts before the pattern that the name may be; what fits nothing stays, to be reported as missing.</summary>
    private static IEnumerable<string> Expand(string argument)
    {
        if (argument == "-" || File.Exists(argument)) return [argument];
        var files = Directory.Exists(argument) ? Templates(argument) : argument.AsSpan().ContainsAny('*', '?') ? Matches(argument) : [];
        return files.Order(StringComparer.Ordinal).DefaultIfEmpty(argument);
    }

    private static IEnumerable<string> Templates(string folder) =>
        FilesBelow(folder).Where(name => Extensions.Contains(Path.GetExtension(name))).Select(name => folder == "." ? name : Path.Join(folder, name)).Where(IsTemplate);

    private static IEnumerable<string> Matches(string pattern)
    {
        var folder = pattern[..(pattern.LastIndexOf('/', pattern.AsSpan().IndexOfAny('*', '?')) + 1)];
        var expression = Regex.Escape(pattern[folder.Length..]).Replace(@"\*\*/", "(.*/)?").Replace(@"\*\*", ".*").Replace(@"\*", "[^/]*").Replace(@"\?", "[^/]");
        var regex = new Regex($"^{expression}$", RegexOptions.CultureInvariant);
        var root = folder.Length > 0 ? folder : ".";
        return Directory.Exists(root) ? FilesBelow(root).Where(name => regex.IsMatch(name.Replace('\\', '/'))).Select(name => folder + name) : [];
    }

    /// <summary>Names of all files below a folder, relative to it, but for hidden folders and installed packages.</summary>
    private static FileSystemEnumerable<string> FilesBelow(string folder)
    {
        return new(folder, NameOf, new EnumerationOptions { RecurseSubdirectories = true })
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref entry) => entry.FileName is not ['.', ..] and not "node_modules",
        };

        static string NameOf(ref FileSystemEntry entry) => Path.GetRelativePath(entry.RootDirectory.ToString(), entry.ToFullPath());
    }

    /// <summary>A folder holds other YAML and JSON too. What names both of these words is taken for a template, and what cannot be read is for the report.</summary>
    private static bool IsTemplate(string path)
    {
        try
        {
            var text = File.ReadAllBytes(path).AsSpan();
            return text.IndexOf("Resources"u8) >= 0 && (text.IndexOf("AWS::"u8) >= 0 || text.IndexOf("Transform"u8) >= 0);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }
}
