using Macro.Core.Diagnostics;
using Macro.Core.Lambda.Functions;
using Macro.Core.Pipeline;
using Macro.Core.Resources;
using Macro.Json;

namespace Macro.Core.Lambda.Steps;

/// <summary>Allows a function's role to send traces to X-Ray, with one inline policy per role.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html</remarks>
internal static class XrayPermission
{
    private const string PolicyName = "DatadogXRay";
    private static readonly string[] Actions = ["xray:PutTraceSegments", "xray:PutTelemetryRecords"];

    private static readonly Node InlinePolicy = RolePolicies.Make(PolicyName, PolicyDocument.Of(PolicyDocument.Allow(Actions))).Freeze();

    public static void Grant(LambdaFunction function, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (function.HasSamRole || function.Role is not { } roleArn) return;
        if (RolePolicies.Grant(roleArn, PolicyName, InlinePolicy, context, memory)) return;
        context.Diagnostics.Add(FunctionDiagnostics.XrayRoleElsewhere.For(function.Target("Role"), $"{PolicyDocument.Allow(Actions)}"));
    }

    public static void Revoke(InstrumentationContext context, InstrumentationMemory memory) =>
        RolePolicies.Revoke(PolicyName, context, memory);
}
