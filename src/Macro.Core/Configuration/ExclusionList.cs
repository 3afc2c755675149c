using System.IO.Enumeration;
using Macro.CloudFormation.Templates;

namespace Macro.Core.Configuration;

/// <summary>The parameter <c>exclude</c>: logical ids, in which <c>*</c> and <c>?</c> are wildcards.</summary>
internal sealed class ExclusionList
{
    /// <summary>The longest logical id that CloudFormation takes; a longer one is not matched against wildcards, which would take its length squared.</summary>
    private const int LongestId = 255;

    private readonly HashSet<string> _names;
    private readonly List<string> _patterns;

    public ExclusionList(MacroConfig config)
    {
        var isPattern = config.Items(ParameterCatalog.Exclude).ToLookup(item => item.AsSpan().ContainsAny('*', '?'));
        _names = [.. isPattern[false]];
        _patterns = [.. isPattern[true].Distinct()];
    }

    public bool Contains(Resource resource) => _names.Contains(resource.LogicalId) || resource.LogicalId.Length <= LongestId
        && _patterns.Exists(pattern => FileSystemName.MatchesSimpleExpression(pattern, resource.LogicalId, ignoreCase: false));
}
