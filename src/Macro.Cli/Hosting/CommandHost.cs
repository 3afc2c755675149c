using System.Collections;
using System.Text;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Hosting;

/// <summary>The streams and the environment of a command, passed in so that tests can run commands in process.</summary>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error, for everything except the result.</param>
/// <param name="Variables">The environment variables of the process.</param>
internal sealed record CommandHost(Stream Input, Stream Output, TextWriter Error, IReadOnlyDictionary<string, string> Variables)
{
    /// <summary>The width to assume for a terminal whose width is unknown.</summary>
    private const int DefaultWidth = 80;

    /// <summary>Whether standard error is a terminal, so that progress may be shown there.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Whether standard input is a terminal, so that a question can be asked.</summary>
    public bool InputIsTerminal { get; init; }

    /// <summary>Measures the delays between calls of AWS. Default: the system's clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How many calls a second may change something in AWS. Default: 12, since AWS allows 15.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html</remarks>
    public int ChangesPerSecond { get; init; } = 12;

    /// <summary>Requested when the user presses Ctrl+C. Default: never; the process's own signal is handled apart.</summary>
    public CancellationToken Interrupted { get; init; }

    /// <summary>How long work may take before its progress is shown. Default: one second.</summary>
    public TimeSpan ProgressDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The time between two questions to AWS whether something is finished. Default: three seconds.</summary>
    public TimeSpan PollDelay { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The width of the terminal in characters; null when standard output is a file or a pipe.</summary>
    public int? TerminalWidth { get; init; }

    /// <summary>The value of <c>--color</c>: <c>always</c>, <c>never</c> or <c>auto</c>. Set once the command line is known.</summary>
    public string Color { get; set; } = "auto";

    /// <summary>
    /// Whether output may have colors: as <c>--color</c> says, else as <c>FORCE_COLOR</c> says, else on a terminal that supports them,
    /// unless <c>NO_COLOR</c> has a value.
    /// </summary>
    /// <remarks>Sources: https://no-color.org/, https://force-color.org/, https://nodejs.org/api/cli.html#force_color1-2-3</remarks>
    public bool HasColors => Color switch
    {
        "always" => true,
        "never" => false,
        _ when Variables.GetValueOrDefault("FORCE_COLOR") is { Length: > 0 } forced => forced is not ("0" or "false"),
        _ => TerminalWidth is not null
            && string.IsNullOrEmpty(Variables.GetValueOrDefault("NO_COLOR"))
            && Variables.GetValueOrDefault("TERM") != "dumb",
    };

    /// <summary>The host of a command that runs in this process's console.</summary>
    public static CommandHost ForProcess() => new(
        new InterruptibleInput(Console.OpenStandardInput()),
        StandardOutput.Open(),
        Console.Error,
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? ""))
    {
        InputIsTerminal = !Console.IsInputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        TerminalWidth = Console.IsOutputRedirected ? null : Console.WindowWidth is > 0 and var width ? width : DefaultWidth,
    };

    /// <summary>Reads a file, or standard input for <c>-</c>.</summary>
    /// <exception cref="IOException">The file cannot be read; the message says why.</exception>
    public Task<ReadOnlyMemory<byte>> ReadFile(string fileName, CancellationToken cancel) =>
        fileName == "-" ? InputFile.ReadAll(Input, cancel) : InputFile.Read(fileName, cancel);

    /// <summary>Writes one line to standard error. Text of a template or a file in it is made printable.</summary>
    public void PrintError(string line) => Error.WriteLine(PrintableText.From(line));

    /// <summary>Writes text to standard output.</summary>
    /// <returns><see cref="ExitCode.Success"/>, so that a command can return it.</returns>
    public int Print(string text)
    {
        Output.Write(Encoding.UTF8.GetBytes(text));
        return ExitCode.Success;
    }
}
