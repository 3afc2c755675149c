using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Resources;
using Macro.Json;

namespace Macro.Core.Lambda.Functions;

/// <summary>Finds Lambda@Edge functions, which may have neither layers nor environment variables.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html</remarks>
internal static class LambdaAtEdge
{
    /// <summary>The region in which all Lambda@Edge functions are created.</summary>
    private const string Region = "us-east-1";

    /// <summary>The start of the service principal, which is followed by the domain of a partition.</summary>
    private const string EdgePrincipal = "edgelambda.";

    /// <summary>
    /// Logical ids of functions with a version in a CloudFront distribution, and of functions whose role trusts Lambda@Edge. A role of a
    /// function in a distribution does not count for its other functions, since frameworks share one role among all functions.
    /// </summary>
    public static HashSet<string> Find(Template template, string region)
    {
        if (region != Region || !IsPossible(template)) return [];
        var edgeRoles = template.OfType(ResourceTypes.Role)
            .Where(role => TrustsEdge(role.Property("AssumeRolePolicyDocument"u8))).Select(role => role.LogicalId).ToHashSet();
        var associated = template.OfType(ResourceTypes.CloudFrontDistribution)
            .Where(distribution => distribution.Properties is not null)
            .SelectMany(distribution => Associations(distribution.Properties!))
            .Select(version => FunctionOf(version, template)).ToHashSet();
        foreach (var id in associated) edgeRoles.ExceptWith(RolesOf(template.Find(id), template));
        foreach (var resource in template.Resources)
        {
            if (TrustsEdgeItself(resource, template) || RolesOf(resource, template).Any(edgeRoles.Contains))
                associated.Add(resource.LogicalId);
        }
        return associated;
    }

    private static bool TrustsEdge(Node? trust) =>
        trust is not null && Intrinsic.Mentions(trust, text => text.StartsWith(EdgePrincipal, StringComparison.Ordinal));

    /// <summary>Whether SAM creates a role for the function that trusts Lambda@Edge.</summary>
    private static bool TrustsEdgeItself(Resource resource, Template template) =>
        FunctionShape.For(resource.Type, template) is { IsSam: true } shape && shape.Property(resource, "Role"u8) is null
            && TrustsEdge(shape.Property(resource, "AssumeRolePolicyDocument"u8));

    private static IEnumerable<string> RolesOf(Resource? function, Template template) =>
        function is not null && FunctionShape.For(function.Type, template)?.Property(function, "Role"u8) is { } role
            ? References.Targets(role).OfType<string>()
            : [];

    /// <summary>A fast search of the raw bytes, so that the roles of most templates need not be parsed.</summary>
    private static bool IsPossible(Template template) =>
        template.OfType(ResourceTypes.CloudFrontDistribution).Any() || template.Root.Origin.Raw.IndexOf("edgelambda"u8) >= 0;

    /// <summary>The resources that the distribution's <c>LambdaFunctionAssociations</c> refer to, at any depth.</summary>
    private static IEnumerable<string> Associations(Node node) => node switch
    {
        ObjectNode @object => AssociationsOf(@object),
        ArrayNode array => array.SelectMany(Associations),
        _ => [],
    };

    /// <summary>The function of a version. In SAM, <c>Function.Version</c> refers to the version that SAM publishes.</summary>
    private static string FunctionOf(string name, Template template) => template.Find(name, ResourceTypes.LambdaVersion) is { } version
        ? References.Target(version.Property("FunctionName"u8)) ?? name
        : name.Split('.')[0];

    private static IEnumerable<string> AssociationsOf(ObjectNode @object)
    {
        foreach (var (name, value) in @object)
        {
            var found = name == "LambdaFunctionARN"
                ? ConditionalValue.Leaves(value).Select(References.Target).OfType<string>()
                : Associations(value);
            foreach (var logicalId in found) yield return logicalId;
        }
    }
}
