using Macro.CloudFormation.Identifiers;
using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.Resources;

/// <summary>Adds inline policies to an <c>AWS::IAM::Role</c> of the template.</summary>
internal static class RolePolicies
{
    /// <summary>The maximum length of a policy's name.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html</remarks>
    private const int MaxNameLength = 128;

    private static readonly MemberName Policies = "Policies";
    private static readonly MemberName NameMember = "PolicyName";
    private static readonly MemberName DocumentMember = "PolicyDocument";

    /// <summary>Adds a policy to each role that an ARN may refer to (see <see cref="Add"/>).</summary>
    /// <param name="roleArn">The ARN: a reference, or <c>Fn::If</c> over several.</param>
    /// <param name="policyName">Name of the policy.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="context">Records and makes the edit.</param>
    /// <param name="memory">Stores the role under the policy's name when the policy is added.</param>
    /// <returns>False when the policy cannot be added to one of the roles, such as one that is not in the template.</returns>
    public static bool Grant(
        Node roleArn, string policyName, Node policy, InstrumentationContext context, InstrumentationMemory memory)
    {
        var isGranted = true;
        foreach (var (_, logicalId) in References.Branches(roleArn))
        {
            var role = context.Template.Find(logicalId, ResourceTypes.Role);
            isGranted &= role?.Properties is not null && Add(role, policyName, policy, context, memory);
        }
        return isGranted;
    }

    /// <summary>Whether a policy can be added to each role that an ARN may refer to.</summary>
    public static bool CanGrant(Node roleArn, InstrumentationContext context)
    {
        foreach (var (_, logicalId) in References.Branches(roleArn))
        {
            if (context.Template.Find(logicalId, ResourceTypes.Role) is not { Properties: not null } role || !CanAdd(role)) return false;
        }
        return true;
    }

    /// <summary>Removes the policy that <see cref="Grant"/> added.</summary>
    public static void Revoke(string policyName, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (memory.Recall(policyName) is { } logicalId && context.Template.Find(logicalId) is { } role)
            Remove(role, Shorten(policyName), context);
    }

    /// <summary>Adds a policy in every branch of <c>Fn::If</c>, unless a policy of that name exists.</summary>
    /// <param name="role">The role, which has properties.</param>
    /// <param name="policyName">Name of the policy.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="context">Records and makes the edit.</param>
    /// <param name="memory">Stores the role under the policy's name when the policy is added.</param>
    /// <returns>False when the role's policies are an expression, to which no policy can be added.</returns>
    public static bool Add(Resource role, string policyName, Node policy, InstrumentationContext context, InstrumentationMemory memory)
    {
        var policies = role.Property("Policies"u8);
        if (policies is ArrayNode list) AddTo(list, role, policyName, policy, context, memory);
        else if (policies is null) role.Properties![Policies] = AddTo([], role, policyName, policy, context, memory);
        else if (!CanAdd(role)) return false;
        else AddToBranches(role, policyName, policy, context, memory);
        return true;
    }

    private static void AddToBranches(
        Resource role, string policyName, Node policy, InstrumentationContext context, InstrumentationMemory memory) =>
        ConditionalValue.Edit(
            role.Properties!, Policies, branch => AddTo(branch as ArrayNode ?? [], role, policyName, policy, context, memory));

    private static ArrayNode AddTo(
        ArrayNode list, Resource role, string policyName, Node policy, InstrumentationContext context, InstrumentationMemory memory)
    {
        var name = Shorten(policyName);
        foreach (var item in list)
        {
            if (NameOf(item) == name) return list;
        }
        memory.Remember(policyName, role.LogicalId);
        context.Edit(role).Append(ChangeKind.Policy, name, list, policy);
        InlinePolicySize.Check(role, list, context);
        return list;
    }

    private static bool CanAdd(Resource role) =>
        ConditionalValue.All(role.Property("Policies"u8), policies => policies is null or ArrayNode);

    /// <summary>Finds an inline policy of a role by its document and the end of its name, in any branch; null for none.</summary>
    public static ObjectNode? Find(Resource role, string suffix, Node document) =>
        ConditionalValue.Leaves(role.Property("Policies"u8)).OfType<ArrayNode>().SelectMany(list => list).OfType<ObjectNode>()
            .FirstOrDefault(policy => NameOf(policy)?.EndsWith(suffix, StringComparison.Ordinal) is true
                && policy["PolicyDocument"u8]?.IsSameAs(document) is true);

    /// <summary>Removes the policy of this name from a literal list.</summary>
    public static void Remove(Resource role, string policyName, InstrumentationContext context)
    {
        if (role.Property("Policies"u8) is not ArrayNode list || !list.Any(item => NameOf(item) == policyName)) return;
        var others = ArrayNode.From(list.Where(item => NameOf(item) != policyName));
        context.Edit(role).Set(ChangeKind.Policy, policyName, role.Properties!, Policies, others.Count > 0 ? others : null);
    }

    /// <summary>Creates an inline policy. A name that is too long is shortened.</summary>
    public static ObjectNode Make(string name, ObjectNode document) =>
        new() { { NameMember, Shorten(name) }, { DocumentMember, document } };

    /// <summary>The name of an inline policy; null when it is not a text.</summary>
    public static string? NameOf(Node policy) => (policy as ObjectNode)?.TextOf("PolicyName"u8);

    private static string Shorten(string policyName) => LogicalId.Shorten(policyName, MaxNameLength);
}
