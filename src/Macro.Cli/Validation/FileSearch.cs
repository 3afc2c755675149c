using System.IO.Enumeration;
using System.Text.RegularExpressions;

namespace Macro.Cli.Validation;

/// <summary>Finds the files that the command line names directly, by folder or by pattern.</summary>
internal static class FileSearch
{
    private static readonly string[] Extensions = [".yaml", ".yml", ".json", ".template"];

    /// <summary>Finds the files, each once, in the order of the arguments and within a folder by name.</summary>
    /// <param name="arguments">File names, <c>-</c>, folders, and patterns with <c>*</c>, <c>**</c> and <c>?</c>.</param>
    public static IReadOnlyList<string> Find(IEnumerable<string> arguments) => [.. arguments.SelectMany(Expand).Distinct()];

    /// <summary>Tries an argument as a file name, then as a folder or pattern. Without a match, keeps it to report it as missing.</summary>
    private static IEnumerable<string> Expand(string argument)
    {
        if (argument == "-" || File.Exists(argument)) return [argument];
        var files = Directory.Exists(argument) ? TemplatesIn(argument) : argument.AsSpan().ContainsAny('*', '?') ? Matches(argument) : [];
        return files.Order(StringComparer.Ordinal).DefaultIfEmpty(argument);
    }

    private static IEnumerable<string> TemplatesIn(string folder) =>
        FilesBelow(folder).Where(name => Extensions.Contains(Path.GetExtension(name)))
            .Select(name => folder == "." ? name : Path.Join(folder, name)).Where(IsTemplate);

    private static IEnumerable<string> Matches(string pattern)
    {
        var folder = pattern[..(pattern.LastIndexOf('/', pattern.AsSpan().IndexOfAny('*', '?')) + 1)];
        var root = folder.Length > 0 ? folder : ".";
        if (!Directory.Exists(root)) return [];
        var expression = CreateExpression(pattern[folder.Length..]);
        return FilesBelow(root).Where(name => expression.IsMatch(name.Replace('\\', '/'))).Select(name => folder + name);
    }

    /// <summary><c>*</c> and <c>?</c> match within a name, <c>**</c> matches folders too.</summary>
    private static Regex CreateExpression(string pattern)
    {
        var expression = Regex.Escape(pattern)
            .Replace(@"\*\*/", "(.*/)?").Replace(@"\*\*", ".*").Replace(@"\*", "[^/]*").Replace(@"\?", "[^/]");
        return new($"^{expression}$", RegexOptions.CultureInvariant);
    }

    /// <summary>Returns the relative names of all files below a folder. Skips hidden folders and installed packages.</summary>
    private static FileSystemEnumerable<string> FilesBelow(string folder)
    {
        return new(folder, NameOf, new EnumerationOptions { RecurseSubdirectories = true })
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref entry) => entry.FileName is not ['.', ..] and not "node_modules",
        };

        static string NameOf(ref FileSystemEntry entry) => Path.GetRelativePath(entry.RootDirectory.ToString(), entry.ToFullPath());
    }

    /// <summary>
    /// Whether a YAML or JSON file looks like a template, by the words in it. True for an unreadable file, so that it is reported.
    /// </summary>
    private static bool IsTemplate(string path)
    {
        try
        {
            var text = File.ReadAllBytes(path).AsSpan();
            return text.IndexOf("Resources"u8) >= 0 && (text.IndexOf("AWS::"u8) >= 0 || text.IndexOf("Transform"u8) >= 0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }
}
