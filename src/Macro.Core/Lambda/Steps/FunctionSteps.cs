namespace Macro.Core.Lambda.Steps;

/// <summary>All that is done to a function, in order.</summary>
internal static class FunctionSteps
{
    /// <summary>
    /// Your own variables come first, since a variable that is set stays; the handler comes last, since it may overwrite one of them.
    /// </summary>
    public static IReadOnlyList<IFunctionStep> InOrder() =>
        [new AddLayers(), new AllowSigner(), new SetVariables(), new AppendGitTags(), new SetAppSec(), new SetTracing(), new RedirectHandler(), new AddTags()];
}
