using Macro.CloudFormation.Intrinsics;
using Macro.Json;

namespace Macro.CloudFormation.Templates;

/// <summary>Adds inline policies to an <c>AWS::IAM::Role</c>.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html</remarks>
public static class RolePolicies
{
    private static readonly MemberName Policies = "Policies";

    /// <summary>Adds a policy in every branch of <c>Fn::If</c> that has none of its name.</summary>
    /// <param name="role">The properties of the role.</param>
    /// <param name="policyName">The name of the policy.</param>
    /// <param name="policy">The policy, as <see cref="Make"/> creates it.</param>
    /// <returns>False when the role's policies are an expression that cannot be added to.</returns>
    public static bool Add(ObjectNode role, string policyName, Node policy)
    {
        if (!ConditionalValue.All(role["Policies"u8], policies => policies is null or ArrayNode)) return false;
        ConditionalValue.Edit(role, Policies, policies =>
        {
            var list = policies as ArrayNode ?? [];
            if (!list.Any(item => (item as ObjectNode)?.TextOf("PolicyName"u8) == policyName)) list.Add(policy);
            return list;
        });
        return true;
    }

    /// <summary>Creates an inline policy of one statement.</summary>
    public static ObjectNode Make(string name, ObjectNode statement) => new()
    {
        { "PolicyName", name },
        { "PolicyDocument", new ObjectNode { { "Version", "2012-10-17" }, { "Statement", new ArrayNode { statement } } } },
    };
}
