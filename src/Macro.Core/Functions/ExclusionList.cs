using System.IO.Enumeration;
using Macro.Core.Config;
using Macro.Core.Templates;

namespace Macro.Core.Functions;

/// <summary>The parameter <c>exclude</c>: logical ids, in which <c>*</c> and <c>?</c> are wildcards.</summary>
internal sealed class ExclusionList(MacroConfig config)
{
    private readonly IReadOnlyList<string> _patterns = config.Items(ParameterCatalog.Exclude);

    public bool Contains(Resource resource) =>
        _patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, resource.LogicalId, ignoreCase: false));
}
