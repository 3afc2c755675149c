using Macro.CloudFormation.Intrinsics;
using Macro.Core.Diagnostics;
using Macro.Core.Lambda.Functions;
using Macro.Core.Pipeline;

namespace Macro.Core.Lambda.Checks;

/// <summary>
/// Warns of published versions: CloudFormation publishes one only when its resource is new, so it keeps the settings of the day it was made.
/// </summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-lambda-version.html</remarks>
internal static class FrozenVersions
{
    public static void Report(IEnumerable<LambdaFunction> functions, InstrumentationContext context)
    {
        var versions = context.Template.OfType("AWS::Lambda::Version").ToLookup(version => References.Target(version.Property("FunctionName"u8)));
        var aliases = context.Template.OfType("AWS::Lambda::Alias").ToLookup(alias => References.Target(alias.Property("FunctionVersion"u8)));
        foreach (var function in functions)
        {
            foreach (var version in versions[function.LogicalId])
            {
                var names = string.Join(", ", aliases[version.LogicalId].Select(alias => alias.LogicalId));
                context.Diagnostics.Add(FunctionDiagnostics.FrozenVersion.For(new ResourceTarget(function.LogicalId), version.LogicalId, names));
            }
            if (SamAlias(function) is { } name) context.Diagnostics.Add(FunctionDiagnostics.FrozenAlias.For(new ResourceTarget(function.LogicalId), name));
        }
    }

    /// <summary>The alias that SAM points at a new version only when the code changes.</summary>
    private static string? SamAlias(LambdaFunction function)
    {
        if (!function.IsSam || function.Property("AutoPublishAlias"u8) is not { } alias) return null;
        return function.Evaluator.Text(function.Property("AutoPublishAliasAllProperties"u8)) == "true" ? null : function.Evaluator.Text(alias) ?? "unknown";
    }
}
