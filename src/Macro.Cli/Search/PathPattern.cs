using System.Text.RegularExpressions;

namespace Macro.Cli.Search;

/// <summary>A pattern for paths with slashes: <c>*</c> and <c>?</c> match within a name, <c>**</c> matches folders too.</summary>
internal sealed class PathPattern(string pattern)
{
    private readonly Regex _expression = new(
        $"^{Regex.Escape(pattern).Replace(@"\*\*/", "(.*/)?").Replace(@"\*\*", ".*").Replace(@"\*", "[^/]*").Replace(@"\?", "[^/]")}$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <summary>Whether the pattern matches a whole path.</summary>
    public bool Matches(string path) => _expression.IsMatch(path.Replace('\\', '/'));
}
