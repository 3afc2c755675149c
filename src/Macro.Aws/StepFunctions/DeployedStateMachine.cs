using System.Text.Json;

namespace Macro.Aws.StepFunctions;

/// <summary>A deployed state machine.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeStateMachine.html</remarks>
/// <param name="Name">Its name.</param>
/// <param name="Arn">Its ARN.</param>
public sealed record DeployedStateMachine(string Name, string Arn)
{
    /// <summary>The definition, JSON; null when the caller may not decrypt it.</summary>
    public string? Definition { get; init; }

    /// <summary>The ARN of the role.</summary>
    public string? RoleArn { get; init; }

    /// <summary><c>ACTIVE</c> or <c>DELETING</c>.</summary>
    public string Status { get; init; } = "ACTIVE";

    /// <summary>The logging.</summary>
    public StateMachineLogging Logging { get; init; } = new();

    /// <summary>The revision; null for a state machine that was never updated.</summary>
    public string? RevisionId { get; init; }

    /// <summary><c>STANDARD</c> or <c>EXPRESS</c>.</summary>
    public string Type { get; init; } = "STANDARD";

    /// <summary>The customer managed key that encrypts it; null for a key of AWS's.</summary>
    public string? KmsKeyId { get; init; }

    /// <summary>Reads the response of <c>DescribeStateMachine</c>.</summary>
    internal static DeployedStateMachine Read(JsonElement json) => new(json.Text("name")!, json.Text("stateMachineArn")!)
    {
        Definition = json.Text("definition"),
        RoleArn = json.Text("roleArn"),
        Status = json.Text("status") ?? "ACTIVE",
        Logging = StateMachineLogging.Read(json.Member("loggingConfiguration")),
        Type = json.Text("type") ?? "STANDARD",
        KmsKeyId = json.Member("encryptionConfiguration")?.Text("kmsKeyId"),
        RevisionId = json.Text("revisionId"),
    };
}
