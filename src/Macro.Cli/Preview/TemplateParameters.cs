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

    /// <summary>Returns an error for each name that no template declares, with the nearest name.</summary>
    /// <param name="names">The names that the command line gives.</param>
    /// <param name="declared">The names that the templates declare.</param>
    public static IEnumerable<string> Unknown(IEnumerable<string> names, IReadOnlyCollection<string> declared)
    {
        foreach (var name in names.Where(name => !declared.Contains(name)))
        {
            var nearest = declared.Count > 0 ? NearestName.Find(name, declared) : null;
            var suggestion = nearest is not null ? $"Did you mean {nearest}?"
                : declared.Count > 0 ? $"It has {string.Join(", ", declared)}."
                : "It has no parameters.";
            yield return $"The template has no parameter {name}. {suggestion}";
        }
    }
}
