using System.Text.RegularExpressions;

namespace Macro.Solution.Tests;

/// <summary>
/// The tables of folders in a Markdown page. A heading that ends in a project's name (<c>### Macro.Core</c>, backticks allowed) starts the
/// project's part of the page, and the next heading ends it. In there each table row that begins with a name in backticks is a folder,
/// relative to the project: <c>| `StepFunctions/Steps` | what is in it |</c>.
/// </summary>
internal static partial class FolderTables
{
    /// <summary>The folders by project, in the order of the page. A project without rows has an empty list.</summary>
    public static IReadOnlyDictionary<string, List<string>> Parse(IEnumerable<string> lines)
    {
        var tables = new Dictionary<string, List<string>>();
        List<string>? current = null;
        foreach (var line in lines)
        {
            if (Heading.Match(line) is { Success: true } heading) tables[heading.Groups["project"].Value] = current = [];
            else if (line.StartsWith('#')) current = null;
            else if (Row.Match(line) is { Success: true } row) current?.Add(row.Groups["folder"].Value);
        }
        return tables;
    }

    [GeneratedRegex(@"^#+ .*?(?<project>Macro(\.\w+)+)`?$")]
    private static partial Regex Heading { get; }

    [GeneratedRegex(@"^\| *`(?<folder>[^`]+)`")]
    private static partial Regex Row { get; }
}
