namespace Macro.Aws.Lambda;

/// <summary>A deployed function with its tags.</summary>
/// <param name="Configuration">Its configuration.</param>
/// <param name="Tags">Its tags.</param>
public sealed record DeployedFunction(FunctionConfiguration Configuration, IReadOnlyDictionary<string, string> Tags)
{
    /// <summary>Why the tags could not be read, in AWS's words; null when they are complete.</summary>
    public string? TagsError { get; init; }
}
