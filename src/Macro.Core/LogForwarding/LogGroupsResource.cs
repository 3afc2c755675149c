using Macro.CloudFormation.Identifiers;
using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Pipeline;
using Macro.Json;
using static Macro.Core.Configuration.ParameterCatalog;

namespace Macro.Core.LogForwarding;

/// <summary>
/// The <c>Custom::DatadogLogGroups</c> resource of a stack. During a deployment, the macro's function creates the log groups that it lists,
/// and removes the subscription filters of Datadog's own macro if requested.
/// </summary>
internal static class LogGroupsResource
{
    /// <summary>The name under which macro-template.yml installs the macro's function.</summary>
    public const string StandardFunction = "DatadogServerlessMacro";

    /// <summary>Adds the resource, or updates the existing one.</summary>
    /// <param name="context">The deployment whose template is edited.</param>
    /// <param name="toCreate">The groups that may have to be created.</param>
    /// <param name="toClean">The groups from which to remove the filter of Datadog's own macro.</param>
    /// <returns>The logical id; null when both collections are empty.</returns>
    public static string? AddOrUpdate(
        InstrumentationContext context, IReadOnlyCollection<Subscription> toCreate, IReadOnlyCollection<Subscription> toClean)
    {
        if (toCreate.Count == 0 && toClean.Count == 0) return null;

        var properties = new ObjectNode
        {
            { "ServiceToken", ServiceToken(context) },
            { LogGroupsProperties.LogGroupNames, Names(toCreate, group => group.ToCreate!) },
        };
        if (context.Config.Value(LogRetentionInDays) is { } days) properties.Add(LogGroupsProperties.RetentionInDays, days);
        if (toClean.Count > 0)
        {
            properties.Add(LogGroupsProperties.LegacyForwarderArn, context.Config.Value(ForwarderArn)!);
            properties.Add(LogGroupsProperties.LegacyLogGroupNames, Names(toClean, group => group.Reference));
        }
        return AddOrUpdate(context, properties);
    }

    /// <summary>
    /// CloudFormation does not allow a service token to change, so the logical id depends on it. The logical id may be longer, if another
    /// resource has the preferred one.
    /// </summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-customresource.html
    /// </remarks>
    private static string AddOrUpdate(InstrumentationContext context, ObjectNode properties)
    {
        var token = properties["ServiceToken"u8]!;
        var logicalId = $"DatadogLogGroups{LogicalId.Hash(token.Text ?? token.ToString())}";
        var outdated = context.Template.OfType(ResourceTypes.DatadogLogGroups)
            .Where(resource => context.Additions.Owns(resource) && !resource.LogicalId.StartsWith(logicalId, StringComparison.Ordinal))
            .ToList();
        foreach (var resource in outdated) context.Remove(resource);
        return context.AddOrUpdate(logicalId, new ObjectNode
        {
            { "Type", ResourceTypes.DatadogLogGroups },
            { "DeletionPolicy", "Retain" },
            { "UpdateReplacePolicy", "Retain" },
            { "Properties", properties },
        }, resource => resource.Type == ResourceTypes.DatadogLogGroups);
    }

    /// <summary>The ARN of the macro's function, without a version or alias, since a service token must not change.</summary>
    private static Node ServiceToken(InstrumentationContext context) =>
        context.Settings.FunctionArn is { } arn ? Arn.Parse(arn)?.Unqualified.ToString() ?? arn
        : context.AccountId is { } account
            ? $"arn:{Partition.ForRegion(context.Region).Name}:lambda:{context.Region}:{account}:function:{StandardFunction}"
        : Intrinsic.MakeSub($"arn:${{AWS::Partition}}:lambda:${{AWS::Region}}:${{AWS::AccountId}}:function:{StandardFunction}");

    private static ArrayNode Names(IEnumerable<Subscription> subscriptions, Func<LogGroup, Node> name)
    {
        var names = new ArrayNode();
        foreach (var subscription in subscriptions)
        {
            names.Add(subscription.Condition is { } condition
                ? Intrinsic.MakeIf(condition, name(subscription.Group), Intrinsic.MakeRef(Intrinsic.NoValue))
                : name(subscription.Group));
        }
        return names;
    }
}
