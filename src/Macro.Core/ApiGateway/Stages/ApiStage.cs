using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.ApiGateway.Stages;

/// <summary>A stage of an API: a resource of its own, part of a deployment, or part of SAM's API.</summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-stage.html,
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-deployment-stagedescription.html,
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-stage.html,
/// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-api.html,
/// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-httpapi.html
/// </remarks>
internal sealed class ApiStage
{
    private static readonly MemberName StageDescription = "StageDescription";

    private readonly ResourceEditor _editor;
    private readonly ObjectNode? _inherited;

    public ApiStage(Resource resource, MacroConfig config, InstrumentationContext context)
    {
        (Resource, Config, _editor) = (resource, config, context.Edit(resource));
        var globals = context.Template.Section("Globals"u8);
        _inherited = resource.Type switch
        {
            ResourceTypes.ServerlessApi => globals?["Api"u8] as ObjectNode,
            ResourceTypes.ServerlessHttpApi => globals?["HttpApi"u8] as ObjectNode,
            _ => null,
        };
        Protocol = FindProtocol(resource, context);
    }

    public Resource Resource { get; }

    public string LogicalId => Resource.LogicalId;

    /// <summary>The stack's settings, with those of this stage applied.</summary>
    public MacroConfig Config { get; }

    /// <summary>The protocol; null when the template does not show it.</summary>
    public ApiProtocol? Protocol { get; }

    /// <summary>The property with the destination and format of access logs.</summary>
    public MemberName AccessLogs => IsVersion2 ? "AccessLogSettings" : "AccessLogSetting";

    /// <summary>Whether any of the settings applies to the stage.</summary>
    public bool IsChanged(MacroConfig stack) => HasTracing && Config.IsTrue(ParameterCatalog.EnableApiXrayTracing)
        || Protocol is not null && ForwardsLogs(Config) && stack.IsSet(ParameterCatalog.ForwarderArn);

    /// <summary>Whether the logs of a stage are to be forwarded.</summary>
    public static bool ForwardsLogs(MacroConfig config) => config.Text(ParameterCatalog.ForwardApiLogs) is not (null or "off");

    /// <summary>Whether X-Ray can trace the stage.</summary>
    public bool HasTracing => !IsVersion2;

    /// <summary>The API's id.</summary>
    public Node? ApiId => IsSam ? Intrinsic.MakeRef(LogicalId) : Resource.Property(IsVersion2 ? "ApiId"u8 : "RestApiId"u8);

    /// <summary>The stage's name.</summary>
    public Node? StageName => Resource.Property("StageName"u8);

    /// <summary>
    /// The prefix of what the macro adds for the stage. The logical ids of deployments often change, so theirs is made from API and stage.
    /// </summary>
    public string LogicalIdPrefix => IsDeployment
        ? $"{References.Target(ApiId)}Stage{CloudFormation.Identifiers.LogicalId.Hash($"{Text(ApiId)}/{Text(StageName)}")}"
        : LogicalId;

    /// <summary>Returns a setting of the stage; null if it has none.</summary>
    public Node? Setting(ReadOnlySpan<byte> name) => OwnSetting(name) ?? _inherited?[name];

    /// <summary>Returns a setting of the stage itself, which SAM's <c>Globals</c> do not change.</summary>
    public Node? OwnSetting(ReadOnlySpan<byte> name) =>
        IsDeployment ? (Resource.Property(StageDescription.Utf8) as ObjectNode)?[name] : Resource.Property(name);

    /// <summary>Sets a setting, or removes it (null).</summary>
    public void Set(ChangeKind kind, MemberName name, Node? value)
    {
        var properties = Resource.Properties!;
        if (!IsDeployment)
        {
            _editor.Set(kind, name.Text, properties, name, value);
            return;
        }
        if (properties[StageDescription] is not ObjectNode description) properties[StageDescription] = description = [];
        _editor.Set(kind, $"{StageDescription.Text}.{name.Text}", description, name, value);
    }

    /// <summary>Removes an empty description that <see cref="Set"/> added.</summary>
    public void RemoveEmptyDescription()
    {
        if (IsDeployment && Resource.Property(StageDescription.Utf8) is ObjectNode { Count: 0 })
            _editor.Set(ChangeKind.Property, StageDescription.Text, Resource.Properties!, StageDescription, null);
    }

    private static string? Text(Node? node) => References.Target(node) ?? node?.Text ?? node?.ToString();

    private bool IsSam => Resource.Type is ResourceTypes.ServerlessApi or ResourceTypes.ServerlessHttpApi;

    private bool IsDeployment => Resource.Type == ResourceTypes.ApiGatewayDeployment;

    private bool IsVersion2 => Resource.Type is ResourceTypes.HttpApiStage or ResourceTypes.ServerlessHttpApi;

    /// <remarks>
    /// An API that is made from a definition has no protocol and is an HTTP API. Source:
    /// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-api.html
    /// </remarks>
    private static ApiProtocol? FindProtocol(Resource stage, InstrumentationContext context)
    {
        if (stage.Type == ResourceTypes.ServerlessHttpApi) return ApiProtocol.Http;
        if (stage.Type != ResourceTypes.HttpApiStage) return ApiProtocol.Rest;
        if (context.Template.Find(References.Target(stage.Property("ApiId"u8)), ResourceTypes.HttpApi) is not { } api) return null;
        return api.Property("ProtocolType"u8) is not { } type
            ? ApiProtocol.Http
            : context.Evaluator.Text(type) switch
            {
                "HTTP" => ApiProtocol.Http,
                "WEBSOCKET" => ApiProtocol.WebSocket,
                _ => null,
            };
    }
}
