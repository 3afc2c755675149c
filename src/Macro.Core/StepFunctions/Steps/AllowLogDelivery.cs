using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;
using Macro.Core.Resources;
using Macro.Core.StepFunctions.StateMachines;
using Macro.Json;

namespace Macro.Core.StepFunctions.Steps;

/// <summary>
/// Allows the role to deliver logs if the macro added the log group. For the user's own log group, the role already has the permissions.
/// </summary>
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
        if (machine.Role is { } role && (machine.NeedsLogDelivery || machine.MayNeedLogDelivery)) AllowRole(role, machine, context, memory);
        else if (!machine.NeedsLogDelivery) return;
        else if (machine.Shape.IsSam) AllowSamRole(machine);
        else CreateRole(machine, context);
    }

    /// <summary>Removes the policy when no other state machine needs it. A role that the macro added is kept.</summary>
    public void Revert(StateMachine machine, InstrumentationContext context, InstrumentationMemory memory) =>
        SharedPolicy.Revoke(machine, PolicyName(machine), Document(), context, memory);

    private static void AllowRole(Node roleArn, StateMachine machine, InstrumentationContext context, InstrumentationMemory memory)
    {
        var isAllowed = machine.NeedsLogDelivery
            ? SharedPolicy.Grant(roleArn, PolicyName(machine), Policy(machine), context, memory)
            : RolePolicies.CanGrant(roleArn, context);
        if (isAllowed) return;
        var target = new ResourceTarget(machine.LogicalId);
        context.Diagnostics.Add(StateMachineDiagnostics.LogDeliveryRoleElsewhere.For(target, $"{PolicyDocument.Allow(Actions)}"));
    }

    /// <summary>Adds the policy to <c>Policies</c>, from which SAM creates the role: one policy or a list of policies.</summary>
    private static void AllowSamRole(StateMachine machine)
    {
        var document = Document();
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

    private static void CreateRole(StateMachine machine, InstrumentationContext context)
    {
        var principal = new ObjectNode { { "Service", "states.amazonaws.com" } };
        var trust = new ObjectNode { { "Effect", "Allow" }, { "Principal", principal }, { "Action", "sts:AssumeRole" } };
        var properties = new ObjectNode
        {
            { "AssumeRolePolicyDocument", PolicyDocument.Of(trust) },
            { "Policies", new ArrayNode { Policy(machine) } },
        };
        var role = new ObjectNode { { "Type", ResourceTypes.Role } };
        if (machine.Condition is { } condition) role.Add("Condition", condition);
        role.Add("Properties", properties);
        var logicalId = context.AddOrUpdate($"{machine.LogicalId}Role", role, _ => false);
        var arn = new ObjectNode { { "Fn::GetAtt", new ArrayNode { logicalId, "Arn" } } };
        machine.Editor.Set(ChangeKind.Property, machine.Shape.Role, machine.Properties, machine.Shape.Role, arn);
    }

    private static string PolicyName(StateMachine machine) => machine.LogicalId + SharedPolicy.Suffix;

    private static ObjectNode Policy(StateMachine machine) => RolePolicies.Make(PolicyName(machine), Document());

    private static ObjectNode Document() => PolicyDocument.Of(PolicyDocument.Allow(Actions));
}
