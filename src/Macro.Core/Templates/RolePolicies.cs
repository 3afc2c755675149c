namespace Macro.Core.Templates;

/// <summary>Adds inline policies to an <c>AWS::IAM::Role</c>.</summary>
internal static class RolePolicies
{
    /// <summary>Adds a policy of one statement, unless one of that name is there; in every branch of <c>Fn::If</c>.</summary>
    /// <returns>False when the role's policies are an expression that cannot be added to.</returns>
    public static bool Add(ObjectNode role, string policyName, ObjectNode statement)
    {
        if (!Conditional.Leaves(role["Policies"u8]).All(policies => policies is null or ArrayNode)) return false;
        Conditional.Edit(role, "Policies", policies =>
        {
            var list = policies as ArrayNode ?? [];
            if (!list.Any(policy => (policy as ObjectNode)?["PolicyName"u8]?.Text == policyName)) list.Add(Policy(policyName, statement));
            return list;
        });
        return true;
    }

    private static ObjectNode Policy(string name, ObjectNode statement) => new()
    {
        { "PolicyName", name },
        { "PolicyDocument", new ObjectNode { { "Version", "2012-10-17" }, { "Statement", new ArrayNode { statement } } } },
    };
}
