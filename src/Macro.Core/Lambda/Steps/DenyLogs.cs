using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Identifiers;
using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Diagnostics;
using Macro.Core.Lambda.Functions;
using Macro.Core.LogForwarding;
using Macro.Core.Pipeline;
using Macro.Core.Resources;
using Macro.Json;

namespace Macro.Core.Lambda.Steps;

/// <summary>
/// Denies a function's role to write to CloudWatch Logs, since the extension sends the logs. The policy is a resource of its own: it names
/// the function, which itself depends on the role.
/// </summary>
/// <remarks>
/// Sources: https://docs.datadoghq.com/serverless/aws_lambda/logs/#disable-cloudwatch-logs,
/// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html
/// </remarks>
internal sealed class DenyLogs : IInstrumentationStep<LambdaFunction>
{
    private const string Suffix = "NoCloudWatchLogs";
    private const int MaxNameLength = 128;
    private static readonly string[] Actions = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"];

    private LogGroupFinder? _groups;

    public void Apply(LambdaFunction function, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (!function.Config.DeniesCloudWatchLogs) return;
        _groups ??= new LogGroupFinder(context, new SymbolicEvaluator(context.Template, context.Evaluator));
        var statement = Statement(_groups.Names(function.Resource));
        var wanted = function.LogicalId + Suffix;
        foreach (var logicalId in FunctionRoles.Of(function.Resource, function.Role).Distinct())
        {
            var role = context.Template.Find(logicalId, ResourceTypes.Role);
            if (role is null && !function.HasSamRole)
            {
                context.Diagnostics.Add(ForwardingDiagnostics.LogRoleElsewhere.For(function.Target("Role"), $"{statement}"));
                continue;
            }
            AddPolicy(wanted, logicalId!, statement, Condition(function, role, context), context);
            wanted = $"{function.LogicalId}{Suffix}{LogicalId.Hash(logicalId!)}";
        }
    }

    public void Revert(LambdaFunction function, InstrumentationContext context, InstrumentationMemory memory)
    {
        var policies = context.Template.OfType(ResourceTypes.Policy).Where(policy => context.Additions.Owns(policy)
            && policy.LogicalId.StartsWith(function.LogicalId + Suffix, StringComparison.Ordinal)).ToList();
        foreach (var policy in policies) context.Remove(policy);
    }

    private static void AddPolicy(
        string wanted, string roleId, ObjectNode statement, string? condition, InstrumentationContext context)
    {
        var policy = new ObjectNode { { "Type", ResourceTypes.Policy } };
        if (condition is not null) policy.Add("Condition", condition);
        policy.Add("Properties", new ObjectNode
        {
            // Two policies of one name on a role would overwrite each other.
            { "PolicyName", LogicalId.Shorten(wanted, MaxNameLength) },
            { "PolicyDocument", PolicyDocument.Of(statement) },
            { "Roles", new ArrayNode { Intrinsic.MakeRef(roleId) } },
        });
        context.AddOrUpdate(wanted, policy, known => known.Type == ResourceTypes.Policy);
    }

    private static string? Condition(LambdaFunction function, Resource? role, InstrumentationContext context) =>
        new GuardConditions(context).Any([Guard.And(Guard.And(null, function.Resource.Condition), role?.Condition)]);

    private static ObjectNode Statement(IEnumerable<Node> groups)
    {
        var resources = new ArrayNode();
        foreach (var group in groups)
        {
            resources.Add(Arn(group, ""));
            resources.Add(Arn(group, ":*"));
        }
        return new ObjectNode
        {
            { "Effect", "Deny" },
            { "Action", ArrayNode.From(Actions.Select(action => new ScalarNode(action))) },
            { "Resource", resources },
        };
    }

    private static ObjectNode Arn(Node group, string end)
    {
        const string start = "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:";
        var name = group.Text ?? Intrinsic.Argument(group, "Fn::Sub"u8)?.Text
            ?? (Intrinsic.Argument(group, "Ref"u8)?.Text is { } logicalId ? $"${{{logicalId}}}" : null);
        return name is null ? Intrinsic.MakeJoin("", [Intrinsic.MakeSub(start), group, end]) : Intrinsic.MakeSub($"{start}{name}{end}");
    }
}
