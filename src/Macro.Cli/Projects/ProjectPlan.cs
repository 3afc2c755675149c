namespace Macro.Cli.Projects;

/// <summary>What <c>macro init</c> does with a project.</summary>
/// <param name="Kind">The kind of project in words.</param>
/// <param name="FileName">The file that changes or is created; null for a project that its author edits.</param>
internal sealed record ProjectPlan(string Kind, string? FileName)
{
    /// <summary>The content of the file; null when it does not exist.</summary>
    public ReadOnlyMemory<byte>? Before { get; init; }

    /// <summary>The new content; null when nothing changes.</summary>
    public ReadOnlyMemory<byte>? After { get; init; }

    /// <summary>Lines for the author, such as code to add; empty for none.</summary>
    public string Advice { get; init; } = "";

    /// <summary>What to run next.</summary>
    public IReadOnlyList<string> Next { get; init; } = [];

    /// <summary>The settings that the plan needs from the author; false when the project already has the macro.</summary>
    public bool IsDone => FileName is not null && After is null;
}

/// <summary>A project cannot be changed safely. The message has a cause and a remedy.</summary>
internal sealed class ProjectException(string cause, string remedy) : Exception($"{cause} {remedy}")
{
    public string Cause { get; } = cause;

    public string Remedy { get; } = remedy;
}
