using System.IO.Enumeration;
using Macro.CloudFormation.Templates;

namespace Macro.Core.Configuration;

/// <summary>The parameter <c>exclude</c>: logical ids with the wildcards <c>*</c> and <c>?</c>.</summary>
internal sealed class ExclusionList
{
    /// <summary>
    /// The longest logical id that CloudFormation accepts. A longer one is not matched against wildcards, because that takes time in
    /// proportion to the square of its length.
    /// </summary>
    private const int MaxIdLength = 255;

    private readonly HashSet<string> _names;
    private readonly List<string> _patterns;
    private readonly HashSet<string> _unmatched;

    public ExclusionList(MacroConfig config)
    {
        var items = config.Items(ParameterCatalog.Exclude);
        _names = [.. items.Where(item => !IsPattern(item))];
        _patterns = [.. items.Where(IsPattern).Distinct()];
        _unmatched = [.. _names, .. _patterns];
    }

    private static bool IsPattern(string item) => item.AsSpan().ContainsAny('*', '?');

    /// <summary>The entries that none of the resources so far has matched.</summary>
    public IEnumerable<string> Unmatched => _names.Concat(_patterns).Where(_unmatched.Contains);

    /// <summary>Whether a resource is excluded.</summary>
    public bool Contains(Resource resource)
    {
        var isExcluded = _names.Contains(resource.LogicalId);
        if (isExcluded) _unmatched.Remove(resource.LogicalId);
        if (resource.LogicalId.Length > MaxIdLength) return isExcluded;
        foreach (var pattern in _patterns)
        {
            if (!FileSystemName.MatchesSimpleExpression(pattern, resource.LogicalId, ignoreCase: false)) continue;
            isExcluded = true;
            _unmatched.Remove(pattern);
        }
        return isExcluded;
    }
}
