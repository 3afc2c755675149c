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
    /// Judges each given name that no template declares. It is an error if a similar parameter has no value, so that the name is probably
    /// misspelled; otherwise a note, since one script may deploy several templates.
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
        var known = declared.Count > 0 ? $"It has {string.Join(", ", declared)}." : "It has no parameters.";
        return unknown.Select(name => open.Count > 0 && NearestName.Find(name, open) is { } nearest
            ? (true, $"The template has no parameter {name}. Did you mean {nearest}? Then pass --parameter {nearest}=VALUE")
            : (false, $"note: the template has no parameter {name}, so its value has no effect. {known}"))
            .OrderBy(line => !line.Item1);
    }
}
