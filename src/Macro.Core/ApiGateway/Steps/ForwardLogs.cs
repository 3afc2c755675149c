using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.ApiGateway.Stages;
using Macro.Core.Configuration;
using Macro.Core.Diagnostics;
using Macro.Core.LogForwarding;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.ApiGateway.Steps;

/// <summary>Has the logs of a stage forwarded, and access logs written where there are none.</summary>
internal sealed class ForwardLogs : IInstrumentationStep<ApiStage>
{
    private static readonly MemberName DestinationArn = "DestinationArn";

    private readonly AccessLogGroups _groups = new();

    public void Apply(ApiStage stage, InstrumentationContext context, InstrumentationMemory memory)
    {
        var logs = stage.Config.Text(ParameterCatalog.ForwardApiLogs);
        if (logs is null or "off") return;
        if (!context.Config.IsSet(ParameterCatalog.ForwarderArn))
        {
            if (!context.Config.ForwardsOtherLogs)
                Warn(ForwardingDiagnostics.NoForwarder.For(Target(stage), ParameterCatalog.ForwardApiLogs.Name), context);
        }
        else if (stage.Protocol is not { } protocol)
        {
            Warn(LogGroupDiagnostics.UnknownApiType.For(Target(stage)), context);
        }
        else
        {
            if (logs != "execution") ForwardAccessLogs(stage, protocol, context);
            if (logs != "access") ForwardExecutionLogs(stage, protocol, context);
        }
    }

    /// <summary>Removes the access logs that the macro added, with their log group.</summary>
    public void Revert(ApiStage stage, InstrumentationContext context, InstrumentationMemory memory)
    {
        if (AddedGroup(stage.OwnSetting(stage.AccessLogs.Utf8), context) is not { } group) return;
        stage.Set(ChangeKind.Logging, stage.AccessLogs, null);
        stage.RemoveEmptyDescription();
        context.Remove(group);
    }

    private void ForwardAccessLogs(ApiStage stage, ApiProtocol protocol, InstrumentationContext context)
    {
        var settings = stage.Setting(stage.AccessLogs.Utf8);
        if (settings is not null && AddedGroup(settings, context) is null)
        {
            ForwardOwnAccessLogs(stage, settings, context);
            return;
        }
        var group = _groups.AddOrUpdate(stage, protocol, context);
        if (settings is null)
        {
            stage.Set(ChangeKind.Logging, stage.AccessLogs, new ObjectNode
            {
                { DestinationArn, new ObjectNode { { "Fn::GetAtt", new ArrayNode { group, "Arn" } } } },
                { "Format", AccessLogGroups.Format(protocol) },
            });
        }
        context.ForwardedLogs.Add(new(Intrinsic.MakeRef(group), stage.LogicalId, null));
    }

    /// <summary>Forwards the access logs that the user has configured; where a condition turns them off, there is nothing to do.</summary>
    private static void ForwardOwnAccessLogs(ApiStage stage, Node settings, InstrumentationContext context)
    {
        var chosen = Chosen(settings, context);
        if (Intrinsic.IsNoValue(chosen)) return;
        if (chosen is not ObjectNode members || members[DestinationArn] is not { } destination
            || Chosen(destination, context) is var arn && Intrinsic.If(arn) is not null)
        {
            Warn(LogGroupDiagnostics.UnknownAccessLogs.For(Target(stage)), context);
            return;
        }
        var referred = context.Template.Find(References.Target(arn));
        if (Intrinsic.IsNoValue(arn) || referred?.Type == "AWS::KinesisFirehose::DeliveryStream"
            || context.Evaluator.Text(arn)?.Contains(":firehose:", StringComparison.Ordinal) is true)
            return;
        var condition = referred?.Type == ResourceTypes.LogGroup ? null : stage.Resource.Condition;
        context.ForwardedLogs.Add(new(LogGroupArn.NameOf(arn, context.Evaluator, context.Template), stage.LogicalId, condition));
    }

    /// <remarks>
    /// Sources: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html,
    /// https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-logging.html
    /// </remarks>
    private static void ForwardExecutionLogs(ApiStage stage, ApiProtocol protocol, InstrumentationContext context)
    {
        if (protocol == ApiProtocol.Http || stage.ApiId is not { } api || stage.StageName is not { } name) return;
        if (!WritesExecutionLogs(stage))
        {
            Warn(LogGroupDiagnostics.ExecutionLogsOff.For(Target(stage)), context);
            return;
        }
        var prefix = protocol == ApiProtocol.Rest ? "API-Gateway-Execution-Logs_" : "/aws/apigateway/";
        var group = Intrinsic.MakeJoin("", [prefix, api, "/", name]);
        context.ForwardedLogs.Add(new(group, stage.LogicalId, stage.Resource.Condition) { IsCreatedLate = true });
    }

    private static bool WritesExecutionLogs(ApiStage stage) =>
        IsLevel(stage.Setting("LoggingLevel"u8)) || HasLevel(stage.Setting("MethodSettings"u8))
        || HasLevel(stage.Setting("DefaultRouteSettings"u8)) || HasLevel(stage.Setting("RouteSettings"u8));

    private static bool IsLevel(Node? level) => level is not null && level.Text != "OFF" && !Intrinsic.IsNoValue(level);

    private static bool HasLevel(Node? settings) => settings switch
    {
        ArrayNode list => list.Any(HasLevel),
        ObjectNode members => members["LoggingLevel"u8] is { } level ? IsLevel(level) : members.Values.Any(HasLevel),
        _ => false,
    };

    /// <summary>The branch of <c>Fn::If</c> that applies in this deployment; the expression itself if that is unknown.</summary>
    private static Node Chosen(Node value, InstrumentationContext context)
    {
        while (Intrinsic.If(value) is { } call && call[0].Text is { } condition && context.Evaluator.Condition(condition) is { } isMet)
            value = call[isMet ? 1 : 2];
        return value;
    }

    /// <summary>The log group that the macro added for access logs; null when the settings are the user's.</summary>
    private static Resource? AddedGroup(Node? settings, InstrumentationContext context) =>
        settings is ObjectNode members
            && context.Template.Find(References.Target(members[DestinationArn]), ResourceTypes.LogGroup) is { } group
            && context.Additions.Owns(group) && AccessLogGroups.IsAccessLogGroup(group)
            ? group
            : null;

    private static ResourceTarget Target(ApiStage stage) => new(stage.LogicalId);

    private static void Warn(Diagnostic warning, InstrumentationContext context) => context.Diagnostics.Add(warning);
}
