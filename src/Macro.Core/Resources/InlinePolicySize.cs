using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.Resources;

/// <summary>IAM's limit on the inline policies of a role, which CloudFormation checks only during a deployment.</summary>
/// <remarks>
/// IAM counts characters other than white space. Source:
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length
/// </remarks>
internal static class InlinePolicySize
{
    private const int MaxCharacters = 10_240;

    /// <summary>Reports a role whose inline policies certainly exceed the limit together; expressions are not counted.</summary>
    /// <param name="role">The role.</param>
    /// <param name="own">The policies in one branch of its property <c>Policies</c>.</param>
    /// <param name="context">Has the policies that other resources attach, and receives the diagnostic.</param>
    public static void Check(Resource role, ArrayNode own, InstrumentationContext context)
    {
        var characters = own.Sum(policy => SizeOf((policy as ObjectNode)?["PolicyDocument"u8]));
        foreach (var attached in context.AttachedPolicies[role.LogicalId])
        {
            if (attached.Type != ResourceTypes.ManagedPolicy) characters += SizeOf(attached.Property("PolicyDocument"u8));
        }
        if (characters <= MaxCharacters) return;
        var target = new PropertyTarget(role.LogicalId, "Policies");
        context.Diagnostics.Add(LimitDiagnostics.InlinePoliciesTooLarge.For(target, characters));
    }

    private static int SizeOf(Node? node)
    {
        if (node is null || Intrinsic.Is(node)) return 0;
        var size = "{}".Length;
        switch (node)
        {
            case ScalarNode scalar:
                return (scalar.Text is null ? 0 : size) + (scalar.Spelling?.Count(c => !char.IsWhiteSpace(c)) ?? 0);
            case ArrayNode list:
                foreach (var item in list) size += SizeOf(item) + ",".Length;
                break;
            case ObjectNode members:
                foreach (var (name, value) in members) size += name.Length + SizeOf(value) + "\"\":,".Length;
                break;
        }
        return Math.Max("{}".Length, size - ",".Length);
    }
}
