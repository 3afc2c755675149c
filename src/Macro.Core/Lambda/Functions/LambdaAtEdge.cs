using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Resources;
using Macro.Json;

namespace Macro.Core.Lambda.Functions;

/// <summary>Finds Lambda@Edge functions, which may have neither layers nor environment variables.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html</remarks>
internal static class LambdaAtEdge
{
    private const string EdgePrincipal = "edgelambda.amazonaws.com";

    /// <summary>Logical ids of functions whose role trusts Lambda@Edge, or that a CloudFront distribution refers to by a version.</summary>
    public static HashSet<string> Find(Template template)
    {
        if (!IsPossible(template)) return [];
        var edgeRoles = template.OfType(ResourceTypes.Role)
            .Where(role => role.Property("AssumeRolePolicyDocument"u8) is { } trust
                && Intrinsic.Mentions(trust, text => text == EdgePrincipal))
            .Select(role => role.LogicalId).ToHashSet();
        var associated = template.OfType(ResourceTypes.CloudFrontDistribution)
            .Where(distribution => distribution.Properties is not null)
            .SelectMany(distribution => Associations(distribution.Properties!))
            .Select(version => FunctionOf(version, template)).ToHashSet();
        if (edgeRoles.Count == 0 && associated.Count == 0) return [];
        return template.Resources
            .Where(resource => FunctionShape.For(resource.Type, template) is { } shape
                && (associated.Contains(resource.LogicalId) || RolesOf(resource, shape).Any(edgeRoles.Contains)))
            .Select(resource => resource.LogicalId).ToHashSet();
    }

    private static IEnumerable<string> RolesOf(Resource function, FunctionShape shape) =>
        (function.Property("Role"u8) ?? shape.Inherited?["Role"u8]) is { } role
            ? References.Branches(role).Select(branch => branch.LogicalId).OfType<string>()
            : [];

    /// <summary>A fast search of the raw bytes, so that the roles of most templates need not be parsed.</summary>
    private static bool IsPossible(Template template) =>
        template.OfType(ResourceTypes.CloudFrontDistribution).Any() || template.Root.Origin.Raw.IndexOf("edgelambda"u8) >= 0;

    /// <summary>The resources that the distribution's <c>LambdaFunctionAssociations</c> refer to, at any depth.</summary>
    private static IEnumerable<string> Associations(Node node) => node switch
    {
        ObjectNode @object => @object.SelectMany(member => member.Key == "LambdaFunctionARN"
            ? ConditionalValue.Leaves(member.Value).Select(References.Target).OfType<string>()
            : Associations(member.Value)),
        ArrayNode array => array.SelectMany(Associations),
        _ => [],
    };

    /// <summary>The function of a version. In SAM, <c>Function.Version</c> refers to the version that SAM publishes.</summary>
    private static string FunctionOf(string name, Template template) => template.Find(name, ResourceTypes.LambdaVersion) is { } version
        ? References.Target(version.Property("FunctionName"u8)) ?? name
        : name.Split('.')[0];
}
