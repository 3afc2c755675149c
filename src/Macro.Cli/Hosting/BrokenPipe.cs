namespace Macro.Cli.Hosting;

/// <summary>Tells that whoever read our output has gone, as <c>head</c> does when it has seen enough.</summary>
/// <remarks>Sources: errno EPIPE of POSIX; https://learn.microsoft.com/windows/win32/debug/system-error-codes--0-499-</remarks>
internal static class BrokenPipe
{
    private const int Epipe = 32;
    private const int ErrorBrokenPipe = unchecked((int)0x8007006D);
    private const int ErrorNoData = unchecked((int)0x800700E8);

    public static bool Is(IOException fault) => fault.HResult is Epipe or ErrorBrokenPipe or ErrorNoData;
}
