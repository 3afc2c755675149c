using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Core.Diagnostics;
using Macro.Core.Lambda.Functions;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.Lambda.Checks;

/// <summary>
/// Warns about published versions. CloudFormation publishes a version only when it creates the resource, so an existing version keeps the
/// code and settings it was published with.
/// </summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-lambda-version.html</remarks>
internal static class FrozenVersions
{
    /// <summary>The property with which SAM publishes a version for every change of the function, not only of its code.</summary>
    public static readonly MemberName AllProperties = "AutoPublishAliasAllProperties";

    /// <summary>Whether that property can be set.</summary>
    public static bool CanPublishAlias(LambdaFunction function) =>
        function.Property(AllProperties.Utf8) is not { } value || function.Evaluator.Text(value) is "true" or "false";

    public static void Report(IEnumerable<LambdaFunction> functions, InstrumentationContext context)
    {
        var versions = context.Template.OfType(ResourceTypes.LambdaVersion)
            .ToLookup(version => References.Target(version.Property("FunctionName"u8)));
        var aliases = context.Template.OfType(ResourceTypes.LambdaAlias)
            .ToLookup(alias => References.Target(alias.Property("FunctionVersion"u8)));
        var used = versions.Count > 0 ? VersionUse.Find(context.Template) : [];
        foreach (var function in functions)
        {
            if (function.IsDurable && !versions.Contains(function.LogicalId) && function.Property("AutoPublishAlias"u8) is null)
                context.Diagnostics.Add(FeatureDiagnostics.DurableVersions.For(new ResourceTarget(function.LogicalId)));
            if (SamAlias(function) is { } name)
                context.Diagnostics.Add(FunctionDiagnostics.FrozenAlias.For(function.Target("AutoPublishAlias"), name));
            if (function.Config.IsTrue(ParameterCatalog.RepublishVersions)) continue;
            foreach (var version in versions[function.LogicalId].Where(version => used.Contains(version.LogicalId)))
            {
                var names = string.Join(", ", aliases[version.LogicalId].Select(alias => alias.LogicalId));
                context.Diagnostics.Add(FunctionDiagnostics.FrozenVersion.For(
                    new ResourceTarget(function.LogicalId), version.LogicalId, names));
            }
        }
    }

    /// <summary>The alias for which SAM publishes a new version only when the code changes; null for none.</summary>
    private static string? SamAlias(LambdaFunction function)
    {
        if (!function.IsSam || function.Property("AutoPublishAlias"u8) is not { } alias) return null;
        if (function.Config.IsTrue(ParameterCatalog.RepublishVersions) && CanPublishAlias(function)) return null;
        var publishesOnAnyChange = function.Evaluator.Text(function.Property(AllProperties.Utf8)) == "true";
        return publishesOnAnyChange ? null : function.Evaluator.Text(alias) ?? "unknown";
    }
}
