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
        if (IsSmall(role, own, context)) return;
        var characters = 0;
        foreach (var policy in own) Count((policy as ObjectNode)?["PolicyDocument"u8], ref characters);
        foreach (var attached in context.AttachedPolicies[role.LogicalId])
        {
            if (attached.Type != ResourceTypes.ManagedPolicy) Count(attached.Property("PolicyDocument"u8), ref characters);
        }
        if (characters <= MaxCharacters) return;
        var target = new PropertyTarget(role.LogicalId, "Policies");
        context.Diagnostics.Add(LimitDiagnostics.InlinePoliciesTooLarge.For(target, characters));
    }

    /// <summary>Whether the policies are within the limit even with every byte of their JSON, which most are.</summary>
    private static bool IsSmall(Resource role, ArrayNode own, InstrumentationContext context)
    {
        var bytes = 0;
        foreach (var policy in own) Add(policy);
        foreach (var attached in context.AttachedPolicies[role.LogicalId]) Add(attached.Body);
        return bytes <= MaxCharacters;

        // A sum beyond the limit does not grow, so that it does not overflow.
        void Add(Node policy) => bytes = bytes > MaxCharacters ? bytes : bytes + (policy.KnownLength ?? MaxCharacters + 1);
    }

    /// <summary>Counts the characters of a value; stops beyond the limit, since many roles may share a large policy.</summary>
    private static void Count(Node? node, ref int characters)
    {
        if (node is null || Intrinsic.Is(node) || characters > MaxCharacters) return;
        if (node is ScalarNode scalar)
        {
            if (scalar.Text is not null) characters += 2;
            foreach (var c in scalar.Spelling ?? "") characters += char.IsWhiteSpace(c) ? 0 : 1;
            return;
        }
        characters += "{}".Length;
        if (node is ArrayNode list)
        {
            for (var i = 0; i < list.Count && characters <= MaxCharacters; i++)
            {
                Count(list[i], ref characters);
                if (i > 0) characters++;
            }
        }
        else if (node is ObjectNode members)
        {
            foreach (var (name, value) in members)
            {
                characters += name.Length + "\"\":".Length;
                Count(value, ref characters);
                if (characters > MaxCharacters) return;
            }
            characters += Math.Max(0, members.Count - 1);
        }
    }
}
