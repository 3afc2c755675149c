namespace Macro.Cli.Deployed.Planning;

/// <summary>What a run does to the resources that it selects.</summary>
internal sealed record RunOptions
{
    /// <summary>Whether instrumentation is taken back.</summary>
    public bool IsReverting { get; init; }

    /// <summary>Whether the instrumentation of other tools is taken over.</summary>
    public bool Adopts { get; init; }

    /// <summary>Whether resources are changed that CloudFormation or Chalice owns.</summary>
    public bool ForcesManaged { get; init; }

    /// <summary>The handler that a function had; null when <c>DD_LAMBDA_HANDLER</c> says it.</summary>
    public string? Handler { get; init; }

    /// <summary>Whether a version is published after an update.</summary>
    public bool Publishes { get; init; }

    /// <summary>The alias that is pointed at the published version; null for none.</summary>
    public string? Alias { get; init; }
}
