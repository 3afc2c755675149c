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

    public ExclusionList(MacroConfig config)
    {
        var isPattern = config.Items(ParameterCatalog.Exclude).ToLookup(item => item.AsSpan().ContainsAny('*', '?'));
        _names = [.. isPattern[false]];
        _patterns = [.. isPattern[true].Distinct()];
    }

    /// <summary>Whether a resource is excluded.</summary>
    public bool Contains(Resource resource) => _names.Contains(resource.LogicalId) || resource.LogicalId.Length <= MaxIdLength
        && _patterns.Exists(pattern => FileSystemName.MatchesSimpleExpression(pattern, resource.LogicalId, ignoreCase: false));
}
