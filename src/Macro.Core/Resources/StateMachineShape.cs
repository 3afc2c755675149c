using Macro.CloudFormation.Templates;
using Macro.Json;

namespace Macro.Core.Resources;

/// <summary>How a template declares a state machine: as a CloudFormation resource or as a SAM resource.</summary>
/// <param name="Logging">Name of the property with the log level and destinations; both shapes have the same content.</param>
/// <param name="Role">Name of the property that gives the execution role's ARN.</param>
/// <param name="IsSam">Whether it is a SAM resource: SAM creates a role if it has none, and its tags are a map.</param>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html,
/// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html
/// </remarks>
internal sealed record StateMachineShape(string Logging, string Role, bool IsSam)
{
    private static readonly StateMachineShape CloudFormation = new("LoggingConfiguration", "RoleArn", IsSam: false);
    private static readonly StateMachineShape Sam = new("Logging", "Role", IsSam: true);

    /// <summary>The shape of a resource type; null when it is not a state machine.</summary>
    public static StateMachineShape? For(string type) => type switch
    {
        ResourceTypes.StateMachine => CloudFormation,
        ResourceTypes.ServerlessStateMachine => Sam,
        _ => null,
    };

    /// <summary>Creates an empty set of tags.</summary>
    public Node NoTags() => IsSam ? new ObjectNode() : new ArrayNode();
}
