using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.StepFunctions.StateMachines;

/// <summary>The log group that the macro makes for a state machine that has none.</summary>
/// <remarks>
/// The name begins as AWS advises for services that write logs by a resource policy, whose size is limited:
/// https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
/// </remarks>
internal static class VendedLogGroup
{
    private const string Type = "AWS::Logs::LogGroup";
    private const string StandardRetention = "7";

    /// <summary>Adds it, or brings the one of an earlier run up to date.</summary>
    /// <returns>Its logical id.</returns>
    public static string AddOrUpdate(StateMachine machine, InstrumentationContext context)
    {
        var body = new ObjectNode { { "Type", Type } };
        if (machine.Condition is { } condition) body.Add("Condition", condition);
        body.Add("UpdateReplacePolicy", "Retain");
        body.Add("Properties", new ObjectNode
        {
            { "LogGroupName", Name(machine) },
            { "RetentionInDays", ScalarNode.FromJson(machine.Config.Text(ParameterCatalog.LogRetentionInDays) ?? StandardRetention) },
        });
        Register(machine, context);
        return context.AddOrUpdate($"{machine.LogicalId}LogGroup", body, group => Is(group, machine));
    }

    /// <summary>A secret <c>env</c> is part of the name, with other characters.</summary>
    private static void Register(StateMachine machine, InstrumentationContext context)
    {
        if (context.IsSecret(ParameterCatalog.Env) && machine.Config.Text(ParameterCatalog.Env) is { } env) context.Secrets.Add(Allowed(env));
    }

    /// <summary>Whether a resource is the group that the macro made for this state machine.</summary>
    public static bool Is(Resource? resource, StateMachine machine) =>
        resource?.Type == Type && resource.Property("LogGroupName"u8) is { } name
        && Intrinsic.Mentions(name, text => text.StartsWith(NamePrefix(machine), StringComparison.Ordinal));

    /// <summary>The ARN that a destination takes.</summary>
    public static ObjectNode Destination(string logicalId) => new()
    {
        { "CloudWatchLogsLogGroup", new ObjectNode { { "LogGroupArn", new ObjectNode { { "Fn::GetAtt", new ArrayNode { logicalId, "Arn" } } } } } },
    };

    /// <summary>The stack's name is part of it, so that two stacks of one template do not collide.</summary>
    private static string NamePrefix(StateMachine machine) => $"/aws/vendedlogs/states/${{AWS::StackName}}-{machine.LogicalId}-Logs";

    private static ObjectNode Name(StateMachine machine) => machine.Config.Value(ParameterCatalog.Env) switch
    {
        null => Intrinsic.MakeSub(NamePrefix(machine)),
        ScalarNode { Text: { } env } => Intrinsic.MakeSub($"{NamePrefix(machine)}-{Allowed(env)}"),
        var env => new() { { "Fn::Sub", new ArrayNode { $"{NamePrefix(machine)}-${{Env}}", new ObjectNode { { "Env", env } } } } },
    };

    /// <summary>The text with a hyphen for each character that no log group's name may have.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html</remarks>
    public static string Allowed(string text) => string.Create(text.Length, text, static (allowed, given) =>
    {
        for (var i = 0; i < given.Length; i++) allowed[i] = char.IsAsciiLetterOrDigit(given[i]) || ".-_/#".Contains(given[i], StringComparison.Ordinal) ? given[i] : '-';
    });
}
