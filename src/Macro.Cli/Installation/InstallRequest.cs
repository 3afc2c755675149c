namespace Macro.Cli.Installation;

/// <summary>What to install, and where.</summary>
/// <param name="StackName">The name of the macro's stack.</param>
/// <param name="Parameters">The parameters of the template that are set; the stack keeps the values of all others.</param>
internal sealed record InstallRequest(string StackName, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>The code to upload; null to use what the parameters name.</summary>
    public CodeUpload? Code { get; init; }

    /// <summary>What is acknowledged.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    /// <summary>Whether the stack must exist.</summary>
    public bool MustExist { get; init; }

    /// <summary>Whether the calls that change something are printed instead of made.</summary>
    public bool IsDryRun { get; init; }
}
