using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.Resources;

/// <summary>Adds inline policies to an <c>AWS::IAM::Role</c> of the template.</summary>
internal static class RolePolicies
{
    private static readonly MemberName Policies = "Policies";

    /// <summary>Adds a policy in every branch of <c>Fn::If</c>, unless a policy of that name exists.</summary>
    /// <param name="role">The role, which has properties.</param>
    /// <param name="policyName">Name of the policy.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="context">Records and makes the edit.</param>
    /// <param name="memory">Stores the role under the policy's name when the policy is added.</param>
    /// <returns>False when the role's policies are an expression, to which no policy can be added.</returns>
    public static bool Add(Resource role, string policyName, Node policy, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (!ConditionalValue.All(role.Property("Policies"u8), policies => policies is null or ArrayNode)) return false;
        ConditionalValue.Edit(role.Properties!, Policies, policies =>
        {
            var list = policies as ArrayNode ?? [];
            if (list.Any(item => NameOf(item) == policyName)) return list;
            memory.Remember(policyName, role.LogicalId);
            context.Edit(role).Append(ChangeKind.Policy, policyName, list, policy);
            return list;
        });
        return true;
    }

    /// <summary>Removes the policy of this name from a literal list.</summary>
    public static void Remove(Resource role, string policyName, InstrumentationContext context)
    {
        if (role.Property("Policies"u8) is not ArrayNode list || !list.Any(item => NameOf(item) == policyName)) return;
        var others = ArrayNode.From(list.Where(item => NameOf(item) != policyName));
        context.Edit(role).Set(ChangeKind.Policy, policyName, role.Properties!, Policies, others.Count > 0 ? others : null);
    }

    /// <summary>Creates an inline policy with one statement.</summary>
    public static ObjectNode Make(string name, ObjectNode statement) => new()
    {
        { "PolicyName", name },
        { "PolicyDocument", new ObjectNode { { "Version", "2012-10-17" }, { "Statement", new ArrayNode { statement } } } },
    };

    private static string? NameOf(Node policy) => (policy as ObjectNode)?.TextOf("PolicyName"u8);
}
