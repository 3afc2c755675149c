using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Identifiers;
using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.LogForwarding;

/// <summary>The permission with which CloudWatch Logs of the stack's account and region may invoke the forwarder.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html#LambdaFunctionExample</remarks>
internal static class ForwarderAccess
{
    /// <summary>Adds the permission if <c>forwarderPermission</c> is set, unless the template has one for all log groups.</summary>
    /// <param name="context">Records and makes the edit.</param>
    /// <param name="destination">ARN of the forwarder.</param>
    /// <param name="names">Reads the ARN.</param>
    /// <param name="forwarder">The forwarder, where the template declares it.</param>
    /// <returns>The logical id of the macro's permission; null when there is none.</returns>
    public static string? AddOrUpdate(InstrumentationContext context, Node destination, SymbolicEvaluator names, Forwarder forwarder)
    {
        if (!context.Config.IsTrue(ParameterCatalog.ForwarderPermission)) return null;
        var template = context.Template;
        if (forwarder.PermissionsFor("").Any(known => !context.Additions.Owns(template.Find(known)!))) return null;
        var permission = new ObjectNode { { "Type", ResourceTypes.LambdaPermission } };
        if (template.Find(References.Target(destination))?.Condition is { } condition) permission.Add("Condition", condition);
        permission.Add("Properties", new ObjectNode
        {
            { "Action", "lambda:InvokeFunction" },
            { "FunctionName", destination },
            { "Principal", "logs.amazonaws.com" },
            { "SourceAccount", Intrinsic.MakeRef("AWS::AccountId") },
            { "SourceArn", Intrinsic.MakeSub("arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:*") },
        });
        return context.AddOrUpdate(
            $"DatadogForwarderPermission{LogicalId.Hash(names.Read(destination))}", permission,
            known => known.Type == ResourceTypes.LambdaPermission);
    }
}
