using System.IO.Enumeration;
using Macro.Core.Config;
using Macro.Core.Diagnostics;
using Macro.Core.Templates;

namespace Macro.Core.Functions;

/// <summary>Warns when a role of the template visibly grants no read of the API key. A role that cannot be seen whole gets no warning.</summary>
internal static class ApiKeyPermission
{
    /// <summary>Managed policies of AWS that grant what Lambda itself needs, and no read of secrets or parameters.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/dg/permissions-managed-policies.html</remarks>
    private static readonly string[] HarmlessPolicies =
    [
        "AWSLambdaBasicExecutionRole", "AWSLambdaVPCAccessExecutionRole", "AWSLambdaENIManagementAccess", "AWSXRayDaemonWriteAccess",
        "AWSXrayWriteOnlyAccess", "AWSLambdaSQSQueueExecutionRole", "AWSLambdaKinesisExecutionRole", "AWSLambdaDynamoDBExecutionRole",
    ];

    private static readonly string[] PolicyTypes = ["AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::RolePolicy"];

    public static void Check(IEnumerable<LambdaFunction> functions, Deployment deployment)
    {
        var template = deployment.Template;
        var attached = template.Resources.Where(resource => PolicyTypes.Contains(resource.Type) && resource.Properties is not null).ToList();
        foreach (var group in functions.Where(NeedsRead).GroupBy(function => References.Target(function.Role)))
        {
            if (template.Find(group.Key, "AWS::IAM::Role") is not { Properties: { } role } found) continue;
            var parameter = group.First().Config.ApiKeySetting!.Parameter;
            var action = parameter == ParameterCatalog.ApiKeySecretArn ? "secretsmanager:GetSecretValue" : "ssm:GetParameter";
            var policies = attached.Where(policy => Names(policy, found.LogicalId)).Select(policy => (Node)policy.Properties!);
            if (!MayGrant(role, [role["Policies"u8], .. policies], action))
                deployment.Diagnostics.Add(DiagnosticCatalog.RoleCannotReadKey, group.First().LogicalId, found.LogicalId, action, parameter.Name);
        }
    }

    private static bool NeedsRead(LambdaFunction function) =>
        function.Config.ApiKeySetting is { } key && (key.Parameter == ParameterCatalog.ApiKeySecretArn || key.Parameter == ParameterCatalog.ApiKeySsmArn);

    private static bool Names(Resource policy, string role) =>
        References.Target(policy.Property("RoleName"u8)) == role || policy.Property("Roles"u8) is ArrayNode roles && roles.Any(item => References.Target(item) == role);

    private static bool MayGrant(ObjectNode role, IEnumerable<Node?> policies, string action)
    {
        if (role["ManagedPolicyArns"u8] is { } managed && !(managed is ArrayNode arns && arns.All(IsHarmless))) return true;
        return policies.Any(policy => policy is not null && (Covers(policy, action) || HidesStatements(policy)));
    }

    private static bool IsHarmless(Node arn) => Intrinsic.Mentions(arn, text => HarmlessPolicies.Any(name => text.EndsWith("/" + name, StringComparison.Ordinal)));

    /// <summary>Whether a statement anywhere in the policy allows the action, or a wildcard over it, or all but some actions.</summary>
    private static bool Covers(Node policy, string action) => policy switch
    {
        ArrayNode list => list.Any(item => Covers(item, action)),
        ObjectNode statement when statement["Effect"u8]?.Text == "Deny" => false,
        ObjectNode statement => statement.Contains("NotAction"u8)
            || statement["Action"u8] is { } actions && Intrinsic.Mentions(actions, text => FileSystemName.MatchesSimpleExpression(text, action))
            || statement.Any(member => Covers(member.Value, action)),
        _ => false,
    };

    /// <summary>An expression in the place of policies, documents or statements may be anything.</summary>
    private static bool HidesStatements(Node policy) => policy switch
    {
        ArrayNode list => list.Any(HidesStatements),
        ObjectNode document => Intrinsic.Is(document) || Hides(document["PolicyDocument"u8]) || Hides(document["Statement"u8]) || Hides(document["Action"u8]),
        _ => false,
    };

    private static bool Hides(Node? part) => part is not null && HidesStatements(part);
}
