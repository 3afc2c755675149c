using Macro.CloudFormation.Identifiers;
using Macro.CloudFormation.Intrinsics;
using Macro.Core.Pipeline;
using Macro.Json;
using static Macro.Core.Configuration.ParameterCatalog;

namespace Macro.Core.LogForwarding;

/// <summary>
/// The stack's one <c>Custom::DatadogLogGroups</c>: while the stack is deployed, the macro's function makes the log groups that it lists,
/// and removes the filters of Datadog's own macro where that is asked for.
/// </summary>
internal static class LogGroupsResource
{
    public const string Type = "Custom::DatadogLogGroups";
    /// <summary>The name under which macro-template.yml installs the macro's function.</summary>
    public const string StandardFunction = "DatadogServerlessMacro";

    /// <summary>Adds it, or brings the one that is there up to date.</summary>
    /// <param name="context">Its template is edited.</param>
    /// <param name="toMake">The groups that may have to be made.</param>
    /// <param name="toClean">The groups that lose the filter of Datadog's own macro.</param>
    /// <returns>Its logical id; null when there is nothing for it to do.</returns>
    public static string? AddOrUpdate(InstrumentationContext context, IReadOnlyCollection<LogGroup> toMake, IReadOnlyCollection<LogGroup> toClean)
    {
        if (toMake.Count == 0 && toClean.Count == 0) return null;

        var properties = new ObjectNode { { "ServiceToken", ServiceToken(context) }, { LogGroupsProperties.LogGroupNames, Names(toMake) } };
        if (context.Config.Value(LogRetentionInDays) is { } days) properties.Add(LogGroupsProperties.RetentionInDays, days);
        if (toClean.Count > 0)
        {
            properties.Add(LogGroupsProperties.LegacyForwarderArn, context.Config.Value(ForwarderArn)!);
            properties.Add(LogGroupsProperties.LegacyLogGroupNames, Names(toClean));
        }
        return AddOrUpdate(context, properties);
    }

    /// <summary>
    /// CloudFormation lets no service token change, so the logical id goes with it. Ours may have a longer one, where another resource has the
    /// id that was wanted.
    /// </summary>
    /// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-customresource.html</remarks>
    private static string AddOrUpdate(InstrumentationContext context, ObjectNode properties)
    {
        var token = properties["ServiceToken"u8]!;
        var logicalId = $"DatadogLogGroups{LogicalId.Hash(token.Text ?? token.ToString())}";
        foreach (var old in context.Template.OfType(Type).Where(old => !old.LogicalId.StartsWith(logicalId, StringComparison.Ordinal)).ToList())
            context.Remove(old);
        return context.AddOrUpdate(logicalId, new ObjectNode
        {
            { "Type", Type },
            { "DeletionPolicy", "Retain" },
            { "UpdateReplacePolicy", "Retain" },
            { "Properties", properties },
        }, resource => resource.Type == Type);
    }

    /// <summary>The macro's function; since it may not change, without the version or alias that happens to run.</summary>
    private static Node ServiceToken(InstrumentationContext context) =>
        context.Settings.FunctionArn is { } arn ? Arn.Parse(arn)?.Unqualified.ToString() ?? arn
        : context.AccountId is { } account ? $"arn:{Partition.ForRegion(context.Region).Name}:lambda:{context.Region}:{account}:function:{StandardFunction}"
        : Intrinsic.MakeSub($"arn:${{AWS::Partition}}:lambda:${{AWS::Region}}:${{AWS::AccountId}}:function:{StandardFunction}");

    private static ArrayNode Names(IEnumerable<LogGroup> groups)
    {
        var names = new ArrayNode();
        foreach (var group in groups)
            names.Add(group.Condition is { } condition ? Intrinsic.MakeIf(condition, group.Reference, Intrinsic.MakeRef(Intrinsic.NoValue)) : group.Reference);
        return names;
    }
}
