using System.Collections;
using System.Text;

namespace Macro.Cli.Hosting;

/// <summary>What a command may touch of the world, handed in so that tests run commands in process.</summary>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error, for everything that is not the result.</param>
/// <param name="Variables">The process's environment.</param>
internal sealed record CommandHost(Stream Input, Stream Output, TextWriter Error, IReadOnlyDictionary<string, string> Variables)
{
    /// <summary>For a terminal that does not tell.</summary>
    private const int UsualWidth = 80;

    /// <summary>Whether somebody watches standard error, so that progress may be shown there.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>How long work may take before its progress is shown.</summary>
    public TimeSpan ProgressDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The terminal that standard output is, by its width in characters; null when it is a file or a pipe.</summary>
    public int? TerminalWidth { get; init; }

    /// <summary>Whether output may have colours: on a terminal that knows them, unless <c>NO_COLOR</c> has a value.</summary>
    /// <remarks>Source: https://no-color.org/</remarks>
    public bool HasColors =>
        TerminalWidth is not null && string.IsNullOrEmpty(Variables.GetValueOrDefault("NO_COLOR")) && Variables.GetValueOrDefault("TERM") != "dumb";

    public static CommandHost OfProcess() => new(
        Console.OpenStandardInput(),
        Console.OpenStandardOutput(),
        Console.Error,
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? ""))
    {
        ErrorIsTerminal = !Console.IsErrorRedirected,
        TerminalWidth = Console.IsOutputRedirected ? null : Console.WindowWidth is > 0 and var width ? width : UsualWidth,
    };

    /// <summary>Reads a file, or standard input for <c>-</c>.</summary>
    /// <exception cref="IOException">The file cannot be read; the message says why.</exception>
    public async Task<ReadOnlyMemory<byte>> ReadFile(string fileName, CancellationToken cancel)
    {
        if (fileName != "-") return await File.ReadAllBytesAsync(fileName, cancel);
        using var input = new MemoryStream();
        await Input.CopyToAsync(input, cancel);
        return input.ToArray();
    }

    /// <summary>Writes text to standard output.</summary>
    /// <returns>Success, so that a command can end with it.</returns>
    public int Print(string text)
    {
        Output.Write(Encoding.UTF8.GetBytes(text));
        return ExitCode.Success;
    }
}
