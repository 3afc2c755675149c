using Macro.CloudFormation.Intrinsics;
using Macro.Core.Diagnostics;
using Macro.Json;

namespace Macro.Core.StepFunctions.StateMachines;

/// <summary>Reads the log destinations of a state machine.</summary>
/// <remarks>
/// Source:
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-stepfunctions-statemachine-loggingconfiguration.html
/// </remarks>
internal static class Logging
{
    /// <summary>Whether the logging can be edited: it must be an object, absent, or <c>Fn::If</c> over these.</summary>
    public static bool CanEdit(StateMachine machine) =>
        Branches(machine).All(logging => logging is null || logging is ObjectNode && !Intrinsic.Is(logging));

    /// <summary>Whether a branch of the logging has no destination.</summary>
    public static bool LacksDestination(StateMachine machine) =>
        Branches(machine).Any(logging => ConditionalValue.Leaves((logging as ObjectNode)?["Destinations"u8]).Any(IsNoDestination));

    /// <summary>The number of log groups that Step Functions accepts.</summary>
    /// <remarks>
    /// Source:
    /// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-stepfunctions-statemachine-loggingconfiguration.html
    /// </remarks>
    private const int MaxDestinations = 1;

    /// <summary>The maximum number of log groups under conditions, to bound the work.</summary>
    private const int MaxConditional = 20;

    /// <summary>Reports more destinations than Step Functions accepts in one branch, or than the macro reads in all of them.</summary>
    /// <returns>Whether the destinations were reported.</returns>
    public static bool HasTooManyDestinations(StateMachine machine, DiagnosticBag diagnostics)
    {
        var certain = 0;
        foreach (var logging in Branches(machine))
        {
            certain = Math.Max(certain, ConditionalValue.Max(
                (logging as ObjectNode)?["Destinations"u8],
                destinations => destinations is ArrayNode list ? ConditionalValue.CountCertain(list) : 0));
        }
        var count = certain > MaxDestinations ? certain : LogGroupArns(machine).Count() is var all and > MaxConditional ? all : 0;
        if (count == 0) return false;
        diagnostics.Add(LimitDiagnostics.TooManyDestinations.For(new PropertyTarget(machine.LogicalId, machine.Shape.Logging), count));
        return true;
    }

    public static bool IsNoDestination(Node? destinations) => destinations is null or ArrayNode { Count: 0 };

    /// <summary>The distinct ARNs of the log groups in all branches.</summary>
    public static IEnumerable<Node> LogGroupArns(StateMachine machine) => Branches(machine)
        .SelectMany(logging => ConditionalValue.Leaves((logging as ObjectNode)?["Destinations"u8]))
        .OfType<ArrayNode>()
        .SelectMany(destinations => destinations.SelectMany(ConditionalValue.Leaves))
        .Select(destination => ((destination as ObjectNode)?["CloudWatchLogsLogGroup"u8] as ObjectNode)?["LogGroupArn"u8])
        .OfType<Node>()
        .DistinctBy(arn => arn.ToString());

    private static IEnumerable<Node?> Branches(StateMachine machine) => ConditionalValue.Leaves(machine.Properties[machine.Shape.Logging]);
}
