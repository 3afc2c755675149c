namespace Macro.Cli.Deployed.Running;

/// <summary>How a plan is shown and applied.</summary>
internal sealed record ApplyOptions
{
    /// <summary>The default of <see cref="MaxFailures"/>.</summary>
    public const int DefaultMaxFailures = 5;

    /// <summary>Whether the plan is only shown.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Whether the plan is applied without a question.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>The file that the plan is written to; null for none.</summary>
    public string? PlanFile { get; init; }

    /// <summary>Whether the exit status says that something would change.</summary>
    public bool ReportsChanges { get; init; }

    /// <summary><c>text</c>, <c>json</c> or <c>markdown</c>.</summary>
    public string Format { get; init; } = "text";

    /// <summary>After how many failures in a row nothing more is begun.</summary>
    public int MaxFailures { get; init; } = DefaultMaxFailures;
}
