using Macro.CloudFormation.Intrinsics;
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
