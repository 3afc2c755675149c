namespace Macro.Cli.Deployed.Access;

/// <summary>Where a run works, and with whose credentials.</summary>
internal sealed record AccessOptions
{
    /// <summary>The default of <see cref="Concurrency"/>.</summary>
    public const int DefaultConcurrency = 8;

    /// <summary>The regions; empty for that of the environment or the profile.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>The name of the profile; null for the usual order of AWS's tools.</summary>
    public string? Profile { get; init; }

    /// <summary>The ARN of a role to assume; null for none.</summary>
    public string? RoleArn { get; init; }

    /// <summary>The maximum number of calls at once.</summary>
    public int Concurrency { get; init; } = DefaultConcurrency;
}
