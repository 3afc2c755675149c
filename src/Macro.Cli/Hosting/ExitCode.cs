namespace Macro.Cli.Hosting;

/// <summary>The exit status of the process.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The template was rejected, or a file could not be read or written.</summary>
    public const int Rejected = 1;

    /// <summary>The command line was wrong.</summary>
    public const int Usage = 2;

    /// <summary>The template would change, and the caller passed <c>--exit-code</c>.</summary>
    public const int Changed = 3;

    /// <summary>A bug in this program: EX_SOFTWARE of sysexits.h.</summary>
    public const int InternalError = 70;

    /// <summary>Ctrl+C, as shells report it: 128 plus the number of SIGINT.</summary>
    public const int Interrupted = 130;
}
