using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Json;

namespace Macro.Core.LogForwarding;

/// <summary>The subscription filters of a template by their log groups.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-subscriptionfilter.html
/// </remarks>
internal sealed class SubscriptionFilters
{
    /// <summary>The maximum number of subscription filters of a log group.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html</remarks>
    public const int MaxPerLogGroup = 2;

    private static readonly MemberName TypeName = "Type";
    private static readonly MemberName ConditionName = "Condition";
    private static readonly MemberName DependsOn = "DependsOn";
    private static readonly MemberName Properties = "Properties";
    private static readonly Node Type = new ScalarNode(ResourceTypes.SubscriptionFilter).Freeze();

    private readonly Evaluator _evaluator;
    private readonly SymbolicEvaluator _names;
    private readonly ILookup<string, Resource> _byLogGroup;

    /// <param name="template">The template.</param>
    /// <param name="evaluator">Evaluates conditions.</param>
    /// <param name="names">Compares names and ARNs.</param>
    /// <param name="isIncluded">Whether a filter counts.</param>
    public SubscriptionFilters(Template template, Evaluator evaluator, SymbolicEvaluator names, Func<Resource, bool> isIncluded)
    {
        (_evaluator, _names) = (evaluator, names);
        _byLogGroup = template.OfType(ResourceTypes.SubscriptionFilter)
            .Where(filter => filter.Property("LogGroupName"u8) is not null && isIncluded(filter))
            .ToLookup(filter => LogGroupName(filter.Property("LogGroupName"u8)!));
    }

    /// <summary>
    /// Finds the filters of a group, except those whose condition is false in this deployment and differs from the group's.
    /// </summary>
    public IReadOnlyList<Resource> Find(string logGroupName, string? condition) => [.. _byLogGroup[logGroupName].Where(filter =>
        filter.Condition is not { } own || own == condition || _evaluator.Condition(own) != false).Take(MaxConditional)];

    /// <summary>The maximum number of filters of one log group, under different conditions, that are read.</summary>
    private const int MaxConditional = 16;

    public bool HasDestination(Resource filter, Node destination) =>
        filter.Property("DestinationArn"u8) is { } arn && _names.Read(arn) == _names.Read(destination);

    /// <summary>Whether a filter has the name of the macro's filters. A log group can have only one filter of a name.</summary>
    public bool HasOwnName(Resource filter) => filter.Property("FilterName"u8) is { } name && _names.Read(name) == FilterNames.Own;

    /// <summary>Creates a filter.</summary>
    /// <param name="condition">The name of its condition; null for none.</param>
    /// <param name="dependsOn">Logical ids of the resources that CloudFormation has to create before.</param>
    /// <param name="properties">Its properties.</param>
    public static ObjectNode Create(string? condition, IReadOnlyList<string> dependsOn, ObjectNode properties)
    {
        var filter = new ObjectNode { { TypeName, Type } };
        if (condition is not null) filter.Add(ConditionName, condition);
        if (dependsOn.Count == 1) filter.Add(DependsOn, dependsOn[0]);
        else if (dependsOn.Count > 1) filter.Add(DependsOn, ArrayNode.From(dependsOn.Select(logicalId => new ScalarNode(logicalId))));
        filter.Add(Properties, properties);
        return filter;
    }

    /// <summary>The name of a log group; for <c>Fn::If</c> whose branches are all the same name, that name.</summary>
    private string LogGroupName(Node expression)
    {
        string? same = null;
        foreach (var branch in ConditionalValue.Leaves(expression))
        {
            var name = branch is null ? null : _names.Read(branch);
            if (name is null || same is not null && same != name) return _names.Read(expression);
            same = name;
        }
        return same!;
    }
}
