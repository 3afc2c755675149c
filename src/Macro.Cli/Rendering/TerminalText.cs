using Macro.Cli.Hosting;
using Spectre.Console;

namespace Macro.Cli.Rendering;

/// <summary>Text for a terminal of the host's width and colors, or plain lines for a pipe.</summary>
internal sealed class TerminalText : IDisposable
{
    /// <summary>The width for a pipe: large enough that no line wraps, since programs read the output line by line.</summary>
    private const int WidthOfPipe = 1_000_000;

    private readonly StringWriter _text = new() { NewLine = "\n" };

    public TerminalText(CommandHost host)
    {
        Console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = host.HasColors ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = host.HasColors ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(_text),
        });
        Console.Profile.Width = host.TerminalWidth ?? WidthOfPipe;
    }

    /// <summary>Receives the text.</summary>
    public IAnsiConsole Console { get; }

    public void Dispose() => _text.Dispose();

    /// <summary>The text, without blanks at the ends of lines.</summary>
    public override string ToString() =>
        string.Concat(_text.ToString().Split('\n').Select(line => line.TrimEnd() + "\n")).TrimEnd('\n') + "\n";
}
