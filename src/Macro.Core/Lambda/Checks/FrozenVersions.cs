using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Diagnostics;
using Macro.Core.Lambda.Functions;
using Macro.Core.Pipeline;

namespace Macro.Core.Lambda.Checks;

/// <summary>
/// Warns about published versions. CloudFormation publishes a version only when it creates the resource, so an existing version keeps the
/// code and settings it was published with.
/// </summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-lambda-version.html</remarks>
internal static class FrozenVersions
{
    public static void Report(IEnumerable<LambdaFunction> functions, InstrumentationContext context)
    {
        var versions = context.Template.OfType(ResourceTypes.LambdaVersion)
            .ToLookup(version => References.Target(version.Property("FunctionName"u8)));
        var aliases = context.Template.OfType(ResourceTypes.LambdaAlias)
            .ToLookup(alias => References.Target(alias.Property("FunctionVersion"u8)));
        foreach (var function in functions)
        {
            var target = new ResourceTarget(function.LogicalId);
            foreach (var version in versions[function.LogicalId])
            {
                var names = string.Join(", ", aliases[version.LogicalId].Select(alias => alias.LogicalId));
                context.Diagnostics.Add(FunctionDiagnostics.FrozenVersion.For(target, version.LogicalId, names));
            }
            if (SamAlias(function) is { } name)
                context.Diagnostics.Add(FunctionDiagnostics.FrozenAlias.For(function.Target("AutoPublishAlias"), name));
        }
    }

    /// <summary>The alias for which SAM publishes a new version only when the code changes; null for none.</summary>
    private static string? SamAlias(LambdaFunction function)
    {
        if (!function.IsSam || function.Property("AutoPublishAlias"u8) is not { } alias) return null;
        var publishesOnAnyChange = function.Evaluator.Text(function.Property("AutoPublishAliasAllProperties"u8)) == "true";
        return publishesOnAnyChange ? null : function.Evaluator.Text(alias) ?? "unknown";
    }
}
