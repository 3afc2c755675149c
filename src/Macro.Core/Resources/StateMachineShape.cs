using Macro.Json;

namespace Macro.Core.Resources;

/// <summary>How a template writes a state machine down: as CloudFormation's resource, or as SAM's.</summary>
/// <param name="Logging">Name of the property that says what is logged and where to; the same content in both.</param>
/// <param name="Role">Name of the property that gives the execution role's ARN.</param>
/// <param name="IsSam">Whether SAM makes the role of a state machine that names none, and takes tags as a map.</param>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html,
/// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html
/// </remarks>
internal sealed record StateMachineShape(string Logging, string Role, bool IsSam)
{
    private static readonly StateMachineShape CloudFormation = new("LoggingConfiguration", "RoleArn", IsSam: false);
    private static readonly StateMachineShape Sam = new("Logging", "Role", IsSam: true);

    /// <summary>The shape of a resource type; null when it is no state machine.</summary>
    public static StateMachineShape? For(string type) => type switch
    {
        "AWS::StepFunctions::StateMachine" => CloudFormation,
        "AWS::Serverless::StateMachine" => Sam,
        _ => null,
    };

    /// <summary>The value that stands for no tags.</summary>
    public Node NoTags() => IsSam ? new ObjectNode() : new ArrayNode();
}
