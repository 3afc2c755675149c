using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.ApiGateway.Stages;

/// <summary>The log groups that the macro adds for the access logs of stages.</summary>
/// <remarks>
/// They are deleted with their stages: with <c>Retain</c>, a fixed name would make the next deployment fail. Datadog's forwarder recognizes
/// logs of API Gateway by the prefix. Source:
/// https://github.com/DataDog/datadog-serverless-functions/blob/master/aws/logs_monitoring/steps/enums.py
/// </remarks>
internal sealed class AccessLogGroups
{
    private const string Prefix = "/aws/api-gateway/${AWS::StackName}-";
    private const string DefaultRetention = "7";

    /// <summary>Datadog's format, with what every API knows.</summary>
    /// <remarks>Source: https://docs.datadoghq.com/integrations/amazon_api_gateway/#log-collection</remarks>
    private const string Common =
        """
        {"apiId":"$context.apiId","stage":"$context.stage","requestId":"$context.requestId","ip":"$context.identity.sourceIp",
        """
        + """
        "caller":"$context.identity.caller","user":"$context.identity.user","requestTime":$context.requestTimeEpoch,
        """;

    private readonly Dictionary<string, string?> _conditions = [];

    /// <summary>The format of access logs, in one line.</summary>
    /// <remarks>
    /// Sources: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html,
    /// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html
    /// </remarks>
    public static string Format(ApiProtocol protocol) => Common + protocol switch
    {
        ApiProtocol.Rest => Http("resourcePath", "$context.resourcePath"),
        ApiProtocol.Http => Http("routeKey", "$context.routeKey"),
        _ => """
            "routeKey":"$context.routeKey","eventType":"$context.eventType","connectionId":"$context.connectionId",
            """
            + "\"status\":\"$context.status\"}",
    };

    /// <summary>Adds the group, or updates the one of an earlier run.</summary>
    /// <returns>Its logical id.</returns>
    public string AddOrUpdate(ApiStage stage, ApiProtocol protocol, InstrumentationContext context)
    {
        var body = new ObjectNode { { "Type", ResourceTypes.LogGroup } };
        if (ConditionOf(stage) is { } condition) body.Add("Condition", condition);
        if (protocol != ApiProtocol.Http) AddAccount(stage, body, context);
        body.Add("Properties", new ObjectNode
        {
            { "LogGroupName", Intrinsic.MakeSub($"{Prefix}{stage.LogicalIdPrefix}") },
            { "RetentionInDays", ScalarNode.FromJson(context.Config.Text(ParameterCatalog.LogRetentionInDays) ?? DefaultRetention) },
        });
        return context.AddOrUpdate($"{stage.LogicalIdPrefix}AccessLogs", body, IsAccessLogGroup);
    }

    /// <summary>The condition of a stage; null where another resource describes the same stage under another condition.</summary>
    private string? ConditionOf(ApiStage stage)
    {
        var condition = stage.Resource.Condition;
        if (_conditions.TryGetValue(stage.LogicalIdPrefix, out var other) && other != condition) condition = null;
        return _conditions[stage.LogicalIdPrefix] = condition;
    }

    /// <summary>Whether a resource that the macro added is such a group.</summary>
    public static bool IsAccessLogGroup(Resource resource) =>
        resource.Type == ResourceTypes.LogGroup && resource.Property("LogGroupName"u8) is { } name
        && Intrinsic.Mentions(name, text => text.StartsWith(Prefix, StringComparison.Ordinal));

    /// <summary>
    /// Makes the group, and with it the stage, wait for the account's settings if the template has them: without a role for logs in them,
    /// API Gateway rejects the stage.
    /// </summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-account.html
    /// </remarks>
    private static void AddAccount(ApiStage stage, ObjectNode body, InstrumentationContext context)
    {
        if (context.Template.OfType(ResourceTypes.ApiGatewayAccount).FirstOrDefault() is not { } account)
            context.Diagnostics.Add(LogGroupDiagnostics.NoLoggingRole.For(new ResourceTarget(stage.LogicalId)));
        else if (CanWaitFor(account, context.Template))
            body.Add("DependsOn", account.LogicalId);
    }

    /// <summary>Whether the settings certainly do not wait for the stage, which would be a circular dependency.</summary>
    private static bool CanWaitFor(Resource account, Template template) => account.Body["DependsOn"u8] switch
    {
        null => true,
        ArrayNode list => list.All(item => IsNoStage(item, template)),
        { } single => IsNoStage(single, template),
    };

    private static bool IsNoStage(Node logicalId, Template template) =>
        template.Find(logicalId.Text)?.Type is ResourceTypes.Role or ResourceTypes.Policy or "AWS::ApiGateway::RestApi";

    private static string Http(string name, string path) =>
        $$"""
        "httpMethod":"$context.httpMethod","{{name}}":"{{path}}","status":$context.status,"protocol":"$context.protocol",
        """
        + "\"responseLength\":$context.responseLength}";
}
