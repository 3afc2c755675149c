using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Pipeline;
using Macro.Core.Resources;
using Macro.Core.StepFunctions.StateMachines;
using Macro.Json;

namespace Macro.Core.StepFunctions.Steps;

/// <summary>
/// One policy for log delivery on each role, however many state machines share the role. The first of them gives it its name.
/// </summary>
internal static class SharedPolicy
{
    /// <summary>The end of the policy's name, after the logical id of a state machine.</summary>
    public const string Suffix = "LogPolicy";

    /// <summary>Adds the policy to each role that an ARN may refer to, unless another state machine has already.</summary>
    /// <param name="roleArn">The ARN: a reference, or <c>Fn::If</c> over several.</param>
    /// <param name="policyName">Name of the state machine's own policy.</param>
    /// <param name="policy">That policy.</param>
    /// <param name="context">Records and makes the edit.</param>
    /// <param name="memory">Stores the role under <paramref name="policyName"/> when the policy was added in this run.</param>
    /// <returns>False when the policy cannot be added to one of the roles, such as one that is not in the template.</returns>
    public static bool Grant(
        Node roleArn, string policyName, ObjectNode policy, InstrumentationContext context, InstrumentationMemory memory)
    {
        var isGranted = true;
        var document = policy["PolicyDocument"u8]!;
        foreach (var (_, logicalId) in References.Branches(roleArn))
        {
            var role = context.Template.Find(logicalId, ResourceTypes.Role);
            if (role?.Properties is null)
            {
                isGranted = false;
                continue;
            }
            var shared = RolePolicies.Find(role, Suffix, document);
            if (shared is { Origin.Exists: false }) memory.Remember(policyName, role.LogicalId);
            isGranted &= RolePolicies.Add(
                role, shared is null ? policyName : RolePolicies.NameOf(shared)!, policy.Freeze(), context, memory);
        }
        return isGranted;
    }

    /// <summary>Removes the policy that <see cref="Grant"/> added, unless another state machine with this role needs it.</summary>
    public static void Revoke(
        StateMachine machine, string policyName, Node document, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (memory.Recall(policyName) is not { } logicalId || context.Template.Find(logicalId) is not { } role) return;
        if (RolePolicies.Find(role, Suffix, document) is not { } policy || IsNeeded(machine, logicalId, context)) return;
        RolePolicies.Remove(role, RolePolicies.NameOf(policy)!, context);
    }

    private static bool IsNeeded(StateMachine machine, string roleId, InstrumentationContext context)
    {
        foreach (var resource in context.Template.Resources)
        {
            if (resource.LogicalId == machine.LogicalId || resource.Properties is null) continue;
            if (StateMachineShape.For(resource.Type) is not { } shape) continue;
            var other = new StateMachine(resource, shape, machine.Config, context);
            if (HasRole(other, roleId) && ManagedLogGroup.Find(other, context.Template) is not null) return true;
        }
        return false;
    }

    private static bool HasRole(StateMachine machine, string roleId)
    {
        if (machine.Role is not { } arn) return false;
        foreach (var (_, logicalId) in References.Branches(arn))
        {
            if (logicalId == roleId) return true;
        }
        return false;
    }
}
