using System.Text;
using Macro.Cli.Hosting;

namespace Macro.Cli.Tests.Support;

/// <summary>Runs a command in this process, with streams instead of the terminal.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Error)
{
    public static CliRun Of(params string[] arguments) => Of("", new Dictionary<string, string>(), arguments);

    public static CliRun Of(string input, IReadOnlyDictionary<string, string> variables, params string[] arguments) =>
        OnTerminal(null, input, variables, arguments);

    /// <summary>Runs a command whose output is a terminal of this many columns, or a pipe for null.</summary>
    public static CliRun OnTerminal(int? width, string input, IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var host = new CommandHost(new MemoryStream(Encoding.UTF8.GetBytes(input)), output, error, variables) { TerminalWidth = width };
        var exitCode = MacroCommand.Run(arguments, host);
        return new CliRun(exitCode, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
