using System.Text;
using Macro.Cli.Hosting;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Commands;

/// <summary>Questions on a terminal.</summary>
/// <param name="host">The terminal.</param>
/// <param name="cancel">Requested by Ctrl+C.</param>
internal sealed class InitQuestions(CommandHost host, CancellationToken cancel) : IDisposable
{
    private readonly StreamReader _input = new(host.Input, Encoding.UTF8, leaveOpen: true);

    /// <summary>Asks for a value.</summary>
    /// <param name="question">The question.</param>
    /// <param name="byDefault">The answer of an empty line; null when there is none.</param>
    /// <exception cref="OperationCanceledException">The user has pressed Ctrl+C.</exception>
    public string Ask(string question, string? byDefault)
    {
        host.Error.Write(PrintableText.From($"{question}{(string.IsNullOrEmpty(byDefault) ? "" : $" [{byDefault}]")}: "));
        host.Error.Flush();
        return _input.ReadLineAsync(cancel).AsTask().GetAwaiter().GetResult()?.Trim() is { Length: > 0 } answer ? answer : byDefault ?? "";
    }

    public void Dispose() => _input.Dispose();
}
