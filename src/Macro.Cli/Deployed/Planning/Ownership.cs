using Macro.Cli.Deployed.Engine;
using Macro.Cli.Deployed.Messages;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Deployed.Planning;

/// <summary>Finds why a resource must be left alone because of what deploys it, or what instrumented it.</summary>
internal static class Ownership
{
    private const string ChaliceTag = "aws-chalice";

    /// <summary>The reason; null for none.</summary>
    public static Diagnostic? FindReason(ResourceTags tags, RunOptions options, ResourceTarget target)
    {
        if (!options.ForcesManaged && tags.Own.GetValueOrDefault(Selection.StackTag) is { } stack)
            return DeployedDiagnostics.OwnedByStack.For(target, stack);
        if (!options.ForcesManaged && tags.Own.ContainsKey(ChaliceTag)) return DeployedDiagnostics.OwnedByChalice.For(target);
        return !options.Adopts && tags.OtherTool is { } tool ? DeployedDiagnostics.OtherTool.For(target, tool) : null;
    }
}
