using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.LogForwarding;
using Macro.Core.Resources;
using Macro.Json;

namespace Macro.Cli.Changes;

/// <summary>Finds which of the added subscription filters carry the logs of which function or state machine.</summary>
internal static class LogSubscriptions
{
    /// <summary>Logical ids of filters by that of the function or state machine whose logs they carry.</summary>
    /// <param name="before">The resources before the transform.</param>
    /// <param name="after">The template after it.</param>
    /// <param name="evaluator">Evaluates expressions of the template.</param>
    public static ILookup<string, string> Find(ObjectNode before, Template after, Evaluator evaluator)
    {
        var filters = after.OfType("AWS::Logs::SubscriptionFilter").Where(filter => before[filter.LogicalId] is null).ToList();
        var groups = new LogGroupFinder(after, evaluator, new SymbolicEvaluator(after, evaluator));
        var pairs =
            from resource in filters.Count > 0 ? after.Resources : []
            from filter in filters
            where filter.Property("LogGroupName"u8) is { } name && Writes(resource, name)
            select (resource.LogicalId, Filter: filter.LogicalId);
        return pairs.ToLookup(pair => pair.LogicalId, pair => pair.Filter);

        bool Writes(Resource resource, Node group) => FunctionShape.For(resource.Type, after) is not null
            ? groups.Of(resource).Any(own => own.Reference.IsSameAs(group))
            : StateMachineShape.For(resource.Type) is { } shape && resource.Properties?[shape.Logging] is { } logging && Names(logging, group);
    }

    /// <summary>Whether a state machine's logging names the group: as the filter does, or by the ARN of the declared group.</summary>
    private static bool Names(Node logging, Node group) => Intrinsic.Contains(logging, group)
        || References.Target(group) is { } declared
            && Intrinsic.Mentions(logging, text => text == declared || text == $"{declared}.Arn" || text == $"${{{declared}.Arn}}");
}
