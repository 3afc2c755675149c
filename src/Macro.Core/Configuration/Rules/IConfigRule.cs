using Macro.Core.Diagnostics;

namespace Macro.Core.Configuration.Rules;

/// <summary>A rule between parameters that does not depend on the resources of the template.</summary>
internal interface IConfigRule
{
    /// <summary>Each violation of the rule, with the stack's parameter as its target.</summary>
    IEnumerable<Diagnostic> Check(MacroConfig config, Deployment deployment);
}
