using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Lambda.Functions;

namespace Macro.Core.Lambda.Steps;

/// <summary>A role with the functions that use it; with <c>Fn::If</c>, a function uses several.</summary>
/// <param name="Name">Its logical id; for a role elsewhere, the text of its expression.</param>
/// <param name="Declared">The role in the template; null for one that SAM creates, or that is elsewhere.</param>
/// <param name="IsSam">Whether SAM creates the role.</param>
/// <param name="Users">The functions, at least one.</param>
internal sealed record RoleUse(string Name, Resource? Declared, bool IsSam, List<LambdaFunction> Users)
{
    /// <summary>All roles of the functions, each once.</summary>
    /// <remarks>
    /// Source:
    /// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-function.html
    /// </remarks>
    public static IEnumerable<RoleUse> Find(IReadOnlyCollection<LambdaFunction> functions, Template template)
    {
        var roles = new Dictionary<string, RoleUse>(functions.Count);
        foreach (var function in functions)
        {
            if (function.HasSamRole) Add(roles, $"{function.LogicalId}Role", null, isSam: true, function);
            if (function.Role is not { } role) continue;
            foreach (var (arn, logicalId) in References.Branches(role))
            {
                var declared = template.Find(logicalId, ResourceTypes.Role) is { Properties: not null } found ? found : null;
                Add(roles, declared?.LogicalId ?? arn.ToString(), declared, isSam: false, function);
            }
        }
        return roles.Values;
    }

    private static void Add(Dictionary<string, RoleUse> roles, string name, Resource? declared, bool isSam, LambdaFunction user)
    {
        if (!roles.TryGetValue(name, out var known)) roles[name] = known = new RoleUse(name, declared, isSam, new(capacity: 1));
        if (known.Users.Count == 0 || known.Users[^1] != user) known.Users.Add(user);
    }
}
