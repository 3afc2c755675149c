using System.IO.Enumeration;
using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Core.Diagnostics;
using Macro.Core.Lambda.Functions;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.Lambda.Checks;

/// <summary>
/// Warns when a role of the template certainly does not allow reading the API key. A role with policies that the template does not show in
/// full gets no warning.
/// </summary>
internal static class ApiKeyPermission
{
    /// <summary>AWS managed policies that grant only what Lambda itself needs, without access to secrets or parameters.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/dg/permissions-managed-policies.html</remarks>
    private static readonly string[] HarmlessPolicies =
    [
        "/AWSLambdaBasicExecutionRole", "/AWSLambdaVPCAccessExecutionRole", "/AWSLambdaENIManagementAccess", "/AWSXRayDaemonWriteAccess",
        "/AWSXrayWriteOnlyAccess", "/AWSLambdaSQSQueueExecutionRole", "/AWSLambdaKinesisExecutionRole", "/AWSLambdaDynamoDBExecutionRole",
    ];

    private static readonly string[] PolicyTypes = [ResourceTypes.Policy, ResourceTypes.ManagedPolicy, ResourceTypes.RolePolicy];

    public static void Check(IEnumerable<LambdaFunction> functions, InstrumentationContext context)
    {
        var template = context.Template;
        var attached = template.Resources.Where(resource => PolicyTypes.Contains(resource.Type) && resource.Properties is not null)
            .SelectMany(RolesOf, (policy, role) => (role, policy)).ToLookup(pair => pair.role, pair => (Node)pair.policy.Properties!);
        var seen = new HashSet<Resource>();
        var grants = new Dictionary<(Node Policy, string Action), bool>();
        foreach (var function in functions.Where(NeedsRead))
        {
            var role = template.Find(References.Target(function.Role), ResourceTypes.Role);
            if (role?.Properties is not { } properties || !seen.Add(role)) continue;
            var parameter = function.Config.ApiKeySetting!.Parameter;
            var action = parameter == ParameterCatalog.ApiKeySecretArn ? "secretsmanager:GetSecretValue" : "ssm:GetParameter";
            if (RoleMayGrant(properties, action) || attached[role.LogicalId].Any(policy => Grants(policy, action))) continue;
            var target = new ResourceTarget(function.LogicalId);
            context.Diagnostics.Add(FunctionDiagnostics.RoleCannotReadKey.For(target, role.LogicalId, action, parameter.Name));
        }

        // Cached, since many roles may share a large policy.
        bool Grants(Node policy, string action)
        {
            if (!grants.TryGetValue((policy, action), out var may)) grants[(policy, action)] = may = MayGrant(policy, action);
            return may;
        }
    }

    private static bool NeedsRead(LambdaFunction function) =>
        function.Config.ApiKeySetting is { } key
        && (key.Parameter == ParameterCatalog.ApiKeySecretArn || key.Parameter == ParameterCatalog.ApiKeySsmArn);

    private static IEnumerable<string?> RolesOf(Resource policy) =>
        policy.Property("Roles"u8) is ArrayNode roles
            ? roles.Select(References.Target)
            : [References.Target(policy.Property("RoleName"u8))];

    private static bool RoleMayGrant(ObjectNode role, string action)
    {
        if (role["ManagedPolicyArns"u8] is { } managed && !(managed is ArrayNode arns && arns.All(IsHarmless))) return true;
        return role["Policies"u8] is { } inline && MayGrant(inline, action);
    }

    private static bool MayGrant(Node policies, string action) => Covers(policies, action) || HidesStatements(policies);

    private static bool IsHarmless(Node arn) => Intrinsic.Mentions(arn, IsHarmless);

    private static bool IsHarmless(string arn)
    {
        foreach (var name in HarmlessPolicies)
        {
            if (arn.EndsWith(name, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    /// <summary>Whether a statement anywhere in the policy allows the action, by name, by a wildcard, or by <c>NotAction</c>.</summary>
    private static bool Covers(Node policy, string action) => policy switch
    {
        ArrayNode list => list.Any(item => Covers(item, action)),
        ObjectNode statement when statement["Effect"u8]?.Text == "Deny" => false,
        ObjectNode statement => statement.Contains("NotAction"u8)
            || statement["Action"u8] is { } actions
                && Intrinsic.Mentions(actions, text => FileSystemName.MatchesSimpleExpression(text, action))
            || statement.Values.Any(value => Covers(value, action)),
        _ => false,
    };

    /// <summary>Whether an intrinsic function replaces a policy, document or statement, so that its content is unknown.</summary>
    private static bool HidesStatements(Node policy) => policy switch
    {
        ArrayNode list => list.Any(HidesStatements),
        ObjectNode document => Intrinsic.Is(document)
            || Hides(document["PolicyDocument"u8]) || Hides(document["Statement"u8]) || Hides(document["Action"u8]),
        _ => false,
    };

    private static bool Hides(Node? part) => part is not null && HidesStatements(part);
}
