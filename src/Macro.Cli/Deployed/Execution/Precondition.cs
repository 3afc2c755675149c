namespace Macro.Cli.Deployed.Execution;

/// <summary>The error of an update whose revision is no longer the current one.</summary>
internal static class Precondition
{
    public const string Failed = "PreconditionFailedException";
}
