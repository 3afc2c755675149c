namespace Macro.Cli.Hosting;

/// <summary>Detects that the reader of standard output has closed the pipe, as <c>head</c> does after its last line.</summary>
/// <remarks>Sources: errno EPIPE of POSIX; https://learn.microsoft.com/windows/win32/debug/system-error-codes--0-499-</remarks>
internal static class BrokenPipe
{
    private const int Epipe = 32;
    private const int ErrorBrokenPipe = unchecked((int)0x8007006D);
    private const int ErrorNoData = unchecked((int)0x800700E8);

    /// <summary>Whether writing failed because the other end of the pipe is closed.</summary>
    public static bool IsCauseOf(IOException exception) => exception.HResult is Epipe or ErrorBrokenPipe or ErrorNoData;
}
