using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.StepFunctions.StateMachines;

/// <summary>The log group that the macro adds for a state machine without one.</summary>
/// <remarks>
/// The name has the prefix that AWS recommends for log delivery by a resource policy, since the size of the policy is limited:
/// https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
/// </remarks>
internal static class ManagedLogGroup
{
    private const string DefaultRetention = "7";

    /// <summary>Adds the log group, or updates the one of an earlier run.</summary>
    /// <param name="machine">The state machine.</param>
    /// <param name="condition">The condition under which the group is needed; null for always.</param>
    /// <param name="context">Records and makes the edit.</param>
    /// <returns>The logical id.</returns>
    public static string AddOrUpdate(StateMachine machine, string? condition, InstrumentationContext context)
    {
        var body = new ObjectNode { { "Type", ResourceTypes.LogGroup } };
        if (condition is not null) body.Add("Condition", condition);
        body.Add("DeletionPolicy", "Retain");
        body.Add("UpdateReplacePolicy", "Retain");
        body.Add("Properties", new ObjectNode
        {
            { "LogGroupName", Name(machine) },
            { "RetentionInDays", ScalarNode.FromJson(machine.Config.Text(ParameterCatalog.LogRetentionInDays) ?? DefaultRetention) },
        });
        RegisterSecret(machine, context);
        return context.AddOrUpdate($"{machine.LogicalId}LogGroup", body, group => IsFor(machine, group));
    }

    /// <summary>Registers the part of the name that comes from a secret <c>env</c>, since some of its characters are replaced.</summary>
    private static void RegisterSecret(StateMachine machine, InstrumentationContext context)
    {
        if (context.IsSecret(ParameterCatalog.Env) && machine.Config.Text(ParameterCatalog.Env) is { } env)
            context.Secrets.Add(ReplaceInvalidCharacters(env));
    }

    /// <summary>Whether a resource that the macro added is the group for this state machine.</summary>
    public static bool IsFor(StateMachine machine, Resource? resource) =>
        resource?.Type == ResourceTypes.LogGroup && resource.Property("LogGroupName"u8) is { } name
        && Intrinsic.Mentions(name, text => text.StartsWith(NamePrefix(machine), StringComparison.Ordinal));

    /// <summary>The group of this name that a state machine logs to; null when it logs elsewhere.</summary>
    public static Resource? Find(StateMachine machine, Template template) => Logging.LogGroupArns(machine)
        .Select(arn => template.Find(References.Target(arn))).FirstOrDefault(group => IsFor(machine, group));

    /// <summary>Creates the log destination with the group's ARN.</summary>
    public static ObjectNode Destination(string logicalId) => new()
    {
        {
            "CloudWatchLogsLogGroup",
            new ObjectNode { { "LogGroupArn", new ObjectNode { { "Fn::GetAtt", new ArrayNode { logicalId, "Arn" } } } } }
        },
    };

    /// <summary>Contains the stack's name, so that two stacks of one template have different log groups.</summary>
    private static string NamePrefix(StateMachine machine) => $"/aws/vendedlogs/states/${{AWS::StackName}}-{machine.LogicalId}-Logs";

    /// <summary>The group's name.</summary>
    public static ObjectNode Name(StateMachine machine) => machine.Config.Value(ParameterCatalog.Env) switch
    {
        null => Intrinsic.MakeSub(NamePrefix(machine)),
        ScalarNode { Text: { } env } => Intrinsic.MakeSub($"{NamePrefix(machine)}-{ReplaceInvalidCharacters(env)}"),
        var env => new() { { "Fn::Sub", new ArrayNode { $"{NamePrefix(machine)}-${{Env}}", new ObjectNode { { "Env", env } } } } },
    };

    /// <summary>Replaces each character that is not allowed in the name of a log group with a hyphen.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html</remarks>
    private static string ReplaceInvalidCharacters(string text) => string.Create(text.Length, text, static (result, original) =>
    {
        for (var i = 0; i < original.Length; i++) result[i] = IsAllowed(original[i]) ? original[i] : '-';
    });

    private static bool IsAllowed(char character) =>
        char.IsAsciiLetterOrDigit(character) || ".-_/#".Contains(character, StringComparison.Ordinal);
}
