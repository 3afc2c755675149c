using Macro.CloudFormation.Intrinsics;
using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;
using Macro.Core.Resources;
using Macro.Core.StepFunctions.StateMachines;
using Macro.Json;

namespace Macro.Core.StepFunctions.Steps;

/// <summary>Allows the role to deliver logs, where the macro made the log group; a group of the user's own comes with a role that may.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html</remarks>
internal sealed class AllowLogDelivery : IInstrumentationStep<StateMachine>
{
    private static readonly string[] Actions =
    [
        "logs:CreateLogDelivery", "logs:CreateLogStream", "logs:GetLogDelivery", "logs:UpdateLogDelivery", "logs:DeleteLogDelivery",
        "logs:ListLogDeliveries", "logs:PutLogEvents", "logs:PutResourcePolicy", "logs:DescribeResourcePolicies", "logs:DescribeLogGroups",
    ];

    public void Apply(StateMachine machine, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (!AddLogGroup.HasGroupOfOurs(machine, context.Template)) return;
        if (machine.Role is { } role) AllowRole(role, machine, context, memory);
        else if (machine.Shape.IsSam) AllowSamRole(machine);
        else MakeRole(machine, context);
    }

    /// <summary>Takes the policy back; a role that the macro made stays, since the state machine runs with it.</summary>
    public void Revert(StateMachine machine, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (memory.Recall(PolicyName(machine)) is not { } logicalId || context.Template.Find(logicalId) is not { } role) return;
        RolePolicies.Remove(role, PolicyName(machine), context);
    }

    private static void AllowRole(Node roleArn, StateMachine machine, InstrumentationContext context, InstrumentationMemory memory)
    {
        foreach (var (_, logicalId) in References.Branches(roleArn))
        {
            var role = context.Template.Find(logicalId, "AWS::IAM::Role");
            if (role?.Properties is null || !RolePolicies.Add(role, PolicyName(machine), Policy(machine), context, memory))
                context.Diagnostics.Add(StateMachineDiagnostics.LogDeliveryRoleElsewhere.For(new ResourceTarget(machine.LogicalId), $"{Statement()}"));
        }
    }

    /// <summary>SAM takes one policy or a list of them, each a name, a template or a document, for the role that it makes.</summary>
    private static void AllowSamRole(StateMachine machine)
    {
        var document = new ObjectNode { { "Version", "2012-10-17" }, { "Statement", new ArrayNode { Statement() } } };
        ConditionalValue.Edit(machine.Properties, "Policies", (policies, parent, segment) =>
        {
            if (policies is ArrayNode list)
            {
                if (!list.Any(document.IsSameAs)) machine.Editor.Append(ChangeKind.Policy, null, list, document);
                return list;
            }
            machine.Editor.Record(ChangeKind.Policy, null, parent, segment);
            return policies is null ? [document] : new ArrayNode { policies, document };
        });
    }

    private static void MakeRole(StateMachine machine, InstrumentationContext context)
    {
        var principal = new ObjectNode { { "Service", "states.amazonaws.com" } };
        var trust = new ObjectNode { { "Effect", "Allow" }, { "Principal", principal }, { "Action", "sts:AssumeRole" } };
        var properties = new ObjectNode
        {
            { "AssumeRolePolicyDocument", new ObjectNode { { "Version", "2012-10-17" }, { "Statement", new ArrayNode { trust } } } },
            { "Policies", new ArrayNode { Policy(machine) } },
        };
        var role = new ObjectNode { { "Type", "AWS::IAM::Role" } };
        if (machine.Condition is { } condition) role.Add("Condition", condition);
        role.Add("Properties", properties);
        var logicalId = context.AddOrUpdate($"{machine.LogicalId}Role", role, _ => false);
        var arn = new ObjectNode { { "Fn::GetAtt", new ArrayNode { logicalId, "Arn" } } };
        machine.Editor.Set(ChangeKind.Property, machine.Shape.Role, machine.Properties, machine.Shape.Role, arn);
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
