namespace Macro.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The template was rejected.</summary>
    public const int Rejected = 1;

    /// <summary>The command line was wrong.</summary>
    public const int Usage = 2;
}
