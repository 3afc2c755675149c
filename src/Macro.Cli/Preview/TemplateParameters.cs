using Macro.Cli.Templates;
using Macro.Cli.Templates.Reading;
using Macro.Core.Configuration;
using Macro.Json;

namespace Macro.Cli.Preview;

/// <summary>The names of template parameters.</summary>
internal static class TemplateParameters
{
    /// <summary>
    /// Returns the names of the parameters that a template declares; null if it has a duplicate key, which a preview reports.
    /// </summary>
    public static IReadOnlyList<string>? NamesIn(TemplateFile file)
    {
        using var index = JsonIndex.Read(file.Json, FileLimits.MaxDepth);
        try
        {
            return [.. ((Node.Create(index.Root) as ObjectNode)?["Parameters"u8] as ObjectNode ?? []).Select(parameter => parameter.Key)];
        }
        catch (DuplicateKeyException)
        {
            return null;
        }
    }

    /// <summary>
    /// Judges each given name that no template declares. It is an error if one letter or the case differs from a parameter that is not
    /// given, so that the name is probably misspelled; otherwise a note, since one script may deploy several templates.
    /// </summary>
    /// <param name="names">The names that the command line gives.</param>
    /// <param name="declared">The names that the templates declare.</param>
    /// <returns>A line for each, errors first.</returns>
    public static IEnumerable<(bool IsError, string Text)> Unknown(
        IReadOnlyCollection<string> names, IReadOnlyCollection<string> declared)
    {
        var unknown = names.Where(name => !declared.Contains(name)).ToList();
        if (unknown.Count == 0) return [];
        var open = declared.Except(names).ToList();
        return unknown.Select(name => open.Count > 0 && NearestName.Find(name, open, maxEdits: 1) is { } nearest
            ? (true, $"The template has no parameter {name}. Did you mean {nearest}? Then pass --parameter {nearest}=VALUE")
            : (false, $"note: the template has no parameter {name}, so its value has no effect. {Suggestion(name, declared, open)}"))
            .OrderBy(line => !line.Item1);
    }

    private static string Suggestion(string name, IReadOnlyCollection<string> declared, List<string> open) =>
        declared.Count == 0 ? "It has no parameters."
        : open.Count > 0 && NearestName.Find(name, open) is { } nearest ? $"Did you mean {nearest}?"
        : $"It has {string.Join(", ", declared)}.";
}
