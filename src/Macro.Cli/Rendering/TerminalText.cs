using Macro.Cli.Hosting;
using Spectre.Console;

namespace Macro.Cli.Rendering;

/// <summary>Text for a terminal of the host's width and colors, or plain lines for a pipe.</summary>
internal sealed class TerminalText : IDisposable
{
    /// <summary>The width for a pipe: large enough that no line wraps, since programs read the output line by line.</summary>
    private const int WidthOfPipe = 1_000_000;

    private readonly StringWriter _text = new() { NewLine = "\n" };
    private readonly bool _hasStyles;

    public TerminalText(CommandHost host)
    {
        _hasStyles = host.HasColors;
        Console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            // Without it, the library sets the styles of the process's own terminal while it writes to this text.
            Ansi = AnsiSupport.Yes,
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
        string.Concat(Text().Split('\n').Select(line => line.TrimEnd() + "\n")).TrimEnd('\n') + "\n";

    /// <summary>The text as it was written, without bold and dim where there are no styles. Nothing else in it has escapes.</summary>
    private string Text() => _hasStyles ? _text.ToString() : string.Concat(
        _text.ToString().Split('\e').Select((part, i) => i == 0 ? part : part[(part.IndexOf('m', StringComparison.Ordinal) + 1)..]));
}
