using Macro.Aws.Lambda;

namespace Macro.Cli.Deployed.Engine;

/// <summary>What changes about a deployed function.</summary>
/// <param name="Update">The members of its configuration.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="Logs">Its log group; null when the settings do not concern it.</param>
internal sealed record FunctionEdits(FunctionUpdate Update, TagEdits Tags, LogEdits? Logs)
{
    /// <summary>Whether nothing changes.</summary>
    public bool IsEmpty => Update.IsEmpty && Tags.IsEmpty && Logs is null or { IsEmpty: true };

    /// <summary>The function after the edits.</summary>
    public FunctionState ApplyTo(FunctionState state)
    {
        var configuration = state.Configuration with
        {
            Handler = Update.Handler ?? state.Configuration.Handler,
            Layers = Update.Layers ?? state.Configuration.Layers,
            Variables = Update.Variables ?? state.Configuration.Variables,
            TracingMode = Update.TracingMode ?? state.Configuration.TracingMode,
            Command = Update.Command ?? state.Configuration.Command,
        };
        var function = new DeployedFunction(configuration, Tags.ApplyTo(state.Function.Tags));
        return new FunctionState(function, Logs?.ApplyTo(state.LogGroup) ?? state.LogGroup);
    }
}
