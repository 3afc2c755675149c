using Macro.Core.Diagnostics;

namespace Macro.Core.Configuration.Rules;

/// <summary>Tags are known before the deployment, because resource tags are made from them.</summary>
internal sealed class TagsAreKnown : IConfigRule
{
    public IEnumerable<Diagnostic> Check(MacroConfig config, Deployment deployment)
    {
        if (config[ParameterCatalog.Tags] is { Expression: not null })
            yield return ParameterDiagnostics.UnknownTags.For(ParameterCatalog.Tags.Target);
    }
}
