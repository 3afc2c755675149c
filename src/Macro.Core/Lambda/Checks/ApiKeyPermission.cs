using System.Runtime.InteropServices;
using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Core.Diagnostics;
using Macro.Core.Lambda.Functions;
using Macro.Core.Pipeline;

namespace Macro.Core.Lambda.Checks;

/// <summary>
/// Warns when a role of the template, or one that SAM creates, certainly does not allow reading the API key. A role with policies that the
/// template does not show in full gets no warning.
/// </summary>
internal static class ApiKeyPermission
{
    /// <summary>The maximum number of functions that a warning names.</summary>
    private const int MaxNamed = 5;

    public static void Check(IEnumerable<LambdaFunction> functions, InstrumentationContext context)
    {
        if (context.Config.ApiKeySetting is not { Value: { } key, Parameter: var parameter }) return;
        if (parameter != ParameterCatalog.ApiKeySecretArn && parameter != ParameterCatalog.ApiKeySsmArn) return;
        var action = parameter == ParameterCatalog.ApiKeySecretArn ? "secretsmanager:GetSecretValue" : "ssm:GetParameter";
        var grants = new KeyGrants(action, key, context);
        foreach (var (role, users) in UsersByRole(functions, context.Template))
        {
            var mayRead = context.Template.Find(role, ResourceTypes.Role) is { } declared
                ? grants.RoleMayRead(declared.Properties!)
                : grants.SamRoleMayRead(users[0].Property("Policies"u8));
            if (mayRead || context.AttachedPolicies[role].Any(policy => grants.MayGrant(policy.Properties!))) continue;
            context.Diagnostics.Add(FunctionDiagnostics.RoleCannotReadKey.For(
                users[0].Target("Role"), role, Names(users), $"{action} on the ARN in {parameter.Name}"));
        }
    }

    /// <summary>The functions of each role that the template declares, and of each that SAM creates, by the role's logical id.</summary>
    /// <remarks>
    /// Source:
    /// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-function.html
    /// </remarks>
    private static Dictionary<string, List<LambdaFunction>> UsersByRole(IEnumerable<LambdaFunction> functions, Template template)
    {
        var users = new Dictionary<string, List<LambdaFunction>>();
        foreach (var function in functions)
        {
            var role = function.HasSamRole ? $"{function.LogicalId}Role"
                : template.Find(References.Target(function.Role), ResourceTypes.Role) is { Properties: not null } declared
                    ? declared.LogicalId
                    : null;
            if (role is not null) (CollectionsMarshal.GetValueRefOrAddDefault(users, role, out _) ??= []).Add(function);
        }
        return users;
    }

    private static string Names(List<LambdaFunction> functions)
    {
        var names = string.Join(", ", functions.Take(MaxNamed).Select(function => function.LogicalId));
        return functions.Count > MaxNamed ? $"{names} and {functions.Count - MaxNamed} more functions" : names;
    }
}
