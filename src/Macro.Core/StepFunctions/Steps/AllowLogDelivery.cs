using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.StepFunctions.Steps;

/// <summary>Allows the role to deliver logs, where the macro made the log group; a group of the user's own comes with a role that may.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html</remarks>
internal sealed class AllowLogDelivery : IStateMachineStep
{
    private static readonly string[] Actions =
    [
        "logs:CreateLogDelivery", "logs:CreateLogStream", "logs:GetLogDelivery", "logs:UpdateLogDelivery", "logs:DeleteLogDelivery",
        "logs:ListLogDeliveries", "logs:PutLogEvents", "logs:PutResourcePolicy", "logs:DescribeResourcePolicies", "logs:DescribeLogGroups",
    ];

    public void Apply(StateMachine machine, InstrumentationContext context)
    {
        if (!AddLogGroup.HasGroupOfOurs(machine, context.Template)) return;
        if (machine.Role is { } role) AllowRole(role, machine, context);
        else if (machine.Shape.IsSam) AllowRoleOfSam(machine.Properties);
        else MakeRole(machine, context.Template);
    }

    private static void AllowRole(Node roleArn, StateMachine machine, InstrumentationContext context)
    {
        foreach (var (_, logicalId) in References.Branches(roleArn))
        {
            var role = context.Template.Find(logicalId, "AWS::IAM::Role");
            if (role?.Properties is null || !RolePolicies.Add(role.Properties, PolicyName(machine), Policy(machine)))
                context.Diagnostics.Add(StateMachineDiagnostics.LogDeliveryRoleElsewhere.For(new ResourceTarget(machine.LogicalId), $"{Statement()}"));
        }
    }

    /// <summary>SAM takes one policy or a list of them, each a name, a template or a document, for the role that it makes.</summary>
    private static void AllowRoleOfSam(ObjectNode properties)
    {
        var document = new ObjectNode { { "Version", "2012-10-17" }, { "Statement", new ArrayNode { Statement() } } };
        ConditionalValue.Edit(properties, "Policies", policies =>
        {
            var list = policies as ArrayNode ?? (policies is null ? [] : [policies]);
            if (!list.Any(document.IsSameAs)) list.Add(document);
            return list;
        });
    }

    private static void MakeRole(StateMachine machine, Template template)
    {
        var principal = new ObjectNode { { "Service", "states.amazonaws.com" } };
        var trust = new ObjectNode { { "Effect", "Allow" }, { "Principal", principal }, { "Action", "sts:AssumeRole" } };
        var properties = new ObjectNode
        {
            { "AssumeRolePolicyDocument", new ObjectNode { { "Version", "2012-10-17" }, { "Statement", new ArrayNode { trust } } } },
        };
        RolePolicies.Add(properties, PolicyName(machine), Policy(machine));
        var role = new ObjectNode { { "Type", "AWS::IAM::Role" } };
        if (machine.Condition is { } condition) role.Add("Condition", condition);
        role.Add("Properties", properties);
        var logicalId = AddedResource.AddOrUpdate(template, $"{machine.LogicalId}Role", role, _ => false);
        machine.Properties[machine.Shape.Role] = new ObjectNode { { "Fn::GetAtt", new ArrayNode { logicalId, "Arn" } } };
    }

    private static string PolicyName(StateMachine machine) => $"{machine.LogicalId}LogPolicy";

    private static ObjectNode Policy(StateMachine machine) => RolePolicies.Make(PolicyName(machine), Statement());

    private static ObjectNode Statement()
    {
        var actions = new ArrayNode();
        foreach (var action in Actions) actions.Add(action);
        return new ObjectNode { { "Effect", "Allow" }, { "Action", actions }, { "Resource", "*" } };
    }
}
