using Macro.Aws.Lambda;

namespace Macro.Cli.Deployed.Engine;

/// <summary>A deployed function and what belongs to it, as AWS's APIs return it.</summary>
/// <param name="Function">The function.</param>
/// <param name="LogGroup">Its log group; null when the settings do not concern it.</param>
internal sealed record FunctionState(DeployedFunction Function, LogGroupState? LogGroup)
{
    public FunctionConfiguration Configuration => Function.Configuration;

    public ResourceTags Tags { get; } = new(Function.Tags);
}
