using System.Text;

namespace Macro.Cli.Hosting;

/// <summary>
/// Writes results to standard output as they come. Keeps them until the end only where a progress bar is on the same terminal.
/// </summary>
internal sealed class ResultOutput(CommandHost host) : IDisposable
{
    private readonly StringBuilder? _kept = host.TerminalWidth is not null && host.ErrorIsTerminal ? new() : null;

    public void Print(string text)
    {
        if (_kept is not null) _kept.Append(text);
        else host.Print(text);
    }

    public void Dispose()
    {
        if (_kept is { Length: > 0 }) host.Print(_kept.ToString());
    }
}
