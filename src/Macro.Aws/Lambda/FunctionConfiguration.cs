using System.Text.Json;

namespace Macro.Aws.Lambda;

/// <summary>The configuration of a deployed function.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html</remarks>
/// <param name="Name">The name of the function.</param>
/// <param name="Arn">The ARN, without a version.</param>
public sealed record FunctionConfiguration(string Name, string Arn)
{
    /// <summary>The runtime, such as <c>python3.13</c>; null for a container image.</summary>
    public string? Runtime { get; init; }

    /// <summary>The handler; null for a container image.</summary>
    public string? Handler { get; init; }

    /// <summary>The ARN of the execution role.</summary>
    public string? Role { get; init; }

    /// <summary><c>Zip</c> or <c>Image</c>.</summary>
    public string PackageType { get; init; } = "Zip";

    /// <summary>The instruction set: <c>x86_64</c> or <c>arm64</c>.</summary>
    public IReadOnlyList<string> Architectures { get; init; } = [];

    /// <summary>The ARNs of the layer versions, in order.</summary>
    public IReadOnlyList<string> Layers { get; init; } = [];

    /// <summary>The environment variables.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>The code of the error that kept Lambda from decrypting the variables; null when it could.</summary>
    public string? VariablesError { get; init; }

    /// <summary>The mode of X-Ray tracing.</summary>
    public string? TracingMode { get; init; }

    /// <summary>The name of the log group; null when Lambda does not say.</summary>
    public string? LogGroup { get; init; }

    /// <summary>The command that overrides the one of the container image; empty when there is none.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>The ARN of the main function of a Lambda@Edge replica; null for any other function.</summary>
    public string? MasterArn { get; init; }

    /// <summary><c>Pending</c>, <c>Active</c>, <c>Inactive</c> or <c>Failed</c>; null in lists.</summary>
    public string? State { get; init; }

    /// <summary><c>Successful</c>, <c>Failed</c> or <c>InProgress</c>; null in lists.</summary>
    public string? LastUpdateStatus { get; init; }

    /// <summary>The reason of a failed update.</summary>
    public string? LastUpdateReason { get; init; }

    /// <summary>The revision, which changes with every update.</summary>
    public string? RevisionId { get; init; }

    /// <summary>The digest of the code; null when Lambda does not say.</summary>
    public string? CodeSha256 { get; init; }

    /// <summary>Whether the function runs on managed instances, whose versions are published to <c>$LATEST.PUBLISHED</c>.</summary>
    public bool HasManagedInstances { get; init; }

    /// <summary>Reads a configuration.</summary>
    internal static FunctionConfiguration Read(JsonElement json) => new(json.Text("FunctionName")!, json.Text("FunctionArn")!)
    {
        Runtime = json.Text("Runtime"),
        Handler = json.Text("Handler"),
        Role = json.Text("Role"),
        PackageType = json.Text("PackageType") ?? "Zip",
        Architectures = json.Texts("Architectures"),
        Layers = [.. json.Items("Layers").Select(layer => layer.Text("Arn")!)],
        Variables = (json.Member("Environment") ?? default).Map("Variables"),
        VariablesError = json.Member("Environment")?.Member("Error") is { } error ? error.Text("ErrorCode") ?? "unknown" : null,
        TracingMode = json.Member("TracingConfig")?.Text("Mode"),
        LogGroup = json.Member("LoggingConfig")?.Text("LogGroup"),
        Command = (json.Member("ImageConfigResponse")?.Member("ImageConfig") ?? default).Texts("Command"),
        MasterArn = json.Text("MasterArn"),
        State = json.Text("State"),
        LastUpdateStatus = json.Text("LastUpdateStatus"),
        LastUpdateReason = json.Text("LastUpdateStatusReason"),
        RevisionId = json.Text("RevisionId"),
        CodeSha256 = json.Text("CodeSha256"),
        HasManagedInstances = json.Member("CapacityProviderConfig") is not null,
    };
}
