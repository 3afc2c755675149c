using Macro.Cli.Search;

namespace Macro.Cli.Configuration;

/// <summary>A configuration file.</summary>
/// <param name="FileName">The file as messages name it.</param>
/// <param name="General">What it says about all templates.</param>
/// <param name="Patterns">What it says about the templates of each pattern, in the order of the file.</param>
internal sealed record ConfigFile(
    string FileName, ConfigSection General, IReadOnlyList<(string Pattern, ConfigSection Section)> Patterns)
{
    /// <summary>The name of the file that is found without an option.</summary>
    public const string DefaultName = ".datadog-macro.yaml";

    /// <summary>The output format; null when it is not given.</summary>
    public ConfigValue<string>? Format { get; init; }

    /// <summary>Whether a warning fails <c>macro validate</c>; null when it is not given.</summary>
    public ConfigValue<bool>? WarningsAsErrors { get; init; }

    /// <summary>The folder to which patterns and parameter files are relative.</summary>
    public string Folder => Path.GetDirectoryName(Path.GetFullPath(FileName))!;

    /// <summary>
    /// What the file says about a template: first what it says about all, then each pattern that matches, in the order of the file. A
    /// later value wins.
    /// </summary>
    public ConfigSection SectionFor(string template)
    {
        var path = Path.GetRelativePath(Folder, Path.GetFullPath(template));
        return Patterns.Where(entry => new PathPattern(entry.Pattern).Matches(path))
            .Aggregate(General, (section, entry) => section.OverriddenBy(entry.Section));
    }

    /// <summary>
    /// Finds the file in the folder of a template or above it, up to the root of the repository (the folder with <c>.git</c>).
    /// </summary>
    /// <param name="template">A template or folder; for standard input, <c>-</c>, the current folder counts.</param>
    /// <returns>Its name, relative where the template's is; null when there is none.</returns>
    public static string? FindFor(string template)
    {
        var start = Path.GetFullPath(template == "-" ? "." : template);
        for (var folder = Directory.Exists(start) ? start : Path.GetDirectoryName(start); folder is not null;
            folder = Path.GetDirectoryName(folder))
        {
            var name = Path.Join(folder, DefaultName);
            if (File.Exists(name)) return Path.IsPathRooted(template) ? name : Path.GetRelativePath(Environment.CurrentDirectory, name);
            if (Path.Exists(Path.Join(folder, ".git"))) return null;
        }
        return null;
    }
}
