namespace Macro.Cli.Hosting;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The template was rejected.</summary>
    public const int Rejected = 1;

    /// <summary>The command line was wrong.</summary>
    public const int Usage = 2;

    /// <summary>The template would change, and the caller asked to be told by the status.</summary>
    public const int Changed = 3;

    /// <summary>A fault of this program, EX_SOFTWARE of sysexits.h.</summary>
    public const int Fault = 70;

    /// <summary>Ctrl+C, as shells count it: 128 and the number of SIGINT.</summary>
    public const int Interrupted = 130;
}
