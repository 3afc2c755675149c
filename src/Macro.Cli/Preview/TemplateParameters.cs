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
    /// Returns an error for each given name that is probably a misspelled one: no template declares it, but a similar one without a value.
    /// </summary>
    /// <param name="names">The names that the command line gives.</param>
    /// <param name="declared">The names that the templates declare.</param>
    public static IEnumerable<string> Misspelled(IReadOnlyCollection<string> names, IReadOnlyCollection<string> declared)
    {
        foreach (var name in names.Where(name => !declared.Contains(name)))
        {
            if (Nearest(name, names, declared) is { } nearest)
                yield return $"The template has no parameter {name}. Did you mean {nearest}? Then pass --parameter {nearest}=VALUE";
        }
    }

    /// <summary>Returns a note for each other name that no template declares. One script may deploy several templates.</summary>
    public static IEnumerable<string> WithoutEffect(IReadOnlyCollection<string> names, IReadOnlyCollection<string> declared)
    {
        var known = declared.Count > 0 ? $"It has {string.Join(", ", declared)}." : "It has no parameters.";
        foreach (var name in names.Where(name => !declared.Contains(name)))
        {
            if (Nearest(name, names, declared) is null)
                yield return $"note: the template has no parameter {name}, so its value has no effect. {known}";
        }
    }

    private static string? Nearest(string name, IReadOnlyCollection<string> names, IReadOnlyCollection<string> declared)
    {
        var open = declared.Except(names).ToList();
        return open.Count > 0 ? NearestName.Find(name, open) : null;
    }
}
