using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Diagnostics;
using Macro.Core.Lambda.Functions;
using Macro.Core.Pipeline;
using Macro.Core.Resources;
using Macro.Json;

namespace Macro.Core.Lambda.Steps;

/// <summary>Allows a function's role to send traces to X-Ray, with one inline policy per role.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html</remarks>
internal sealed class XrayPermission
{
    private const string PolicyName = "DatadogXRay";
    private static readonly string[] Actions = ["xray:PutTraceSegments", "xray:PutTelemetryRecords"];

    private readonly Node _policy = RolePolicies.Make(PolicyName, Statement()).Freeze();

    public void Grant(LambdaFunction function, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (function.HasSamRole || function.Role is not { } roleArn) return;
        foreach (var (_, logicalId) in References.Branches(roleArn))
        {
            var role = context.Template.Find(logicalId, ResourceTypes.Role);
            if (role?.Properties is not null && RolePolicies.Add(role, PolicyName, _policy, context, memory)) continue;
            var target = new ResourceTarget(function.LogicalId);
            context.Diagnostics.Add(FunctionDiagnostics.XrayRoleElsewhere.For(target, $"{Statement()}"));
        }
    }

    public static void Revoke(LambdaFunction function, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (memory.Recall(PolicyName) is { } logicalId && context.Template.Find(logicalId) is { } role)
            RolePolicies.Remove(role, PolicyName, context);
    }

    private static ObjectNode Statement()
    {
        var actions = new ArrayNode();
        foreach (var action in Actions) actions.Add(action);
        return new ObjectNode { { "Effect", "Allow" }, { "Action", actions }, { "Resource", "*" } };
    }
}
