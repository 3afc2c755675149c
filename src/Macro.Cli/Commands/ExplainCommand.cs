using System.CommandLine;
using Macro.Cli.Help;
using Macro.Cli.Hosting;
using Macro.Cli.Preview;
using Macro.Cli.Reference;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Commands;

/// <summary><c>macro explain CODE</c>: shows an example of a diagnostic and how to fix its cause.</summary>
internal static class ExplainCommand
{
    public static Command Create(CommandHost host)
    {
        var codes = PreviewDiagnostics.All.Select(kind => kind.Code);
        var code = SharedSymbols.OptionalWord("CODE", "A code such as DD301; without it, all codes are explained.", codes);
        var format = SharedSymbols.Format("text, or markdown (the page docs/diagnostics.md).", "text", "markdown");
        var command = new ExampleCommand("explain", "Explain a diagnostic.", "macro explain DD301") { code, format };
        command.SetAction(parsed => Run(parsed.GetValue(code), parsed.GetValue(format)!, host));
        return command;
    }

    private static int Run(string? code, string format, CommandHost host)
    {
        if (format == "markdown") return host.Print(DiagnosticPage.Write());
        if (code is null) return host.Print(string.Join('\n', PreviewDiagnostics.All.Select(Describe)));
        if (PreviewDiagnostics.Find(code.ToUpperInvariant()) is { } kind) return host.Print(Describe(kind));
        host.PrintError($"There is no diagnostic {code}. List all: macro explain");
        return ExitCode.Usage;
    }

    private static string Describe(DiagnosticKind kind) => Text(kind) + (DiagnosticSamples.Find(kind.Code) is { } sample
        ? $"  Before:\n{Indent(sample.Before)}  After:\n{Indent(sample.After)}"
        : "");

    private static string Indent(string lines) => string.Concat(lines.Split('\n').Select(line => $"    {line}\n"));

    private static string Text(DiagnosticKind kind) => $"""
        {kind.Code} ({kind.Severity.ToWord()})
          {(kind.IsConstant ? "Message" : "Example")}: {kind.Example.Cause}
          Remedy: {kind.Example.Remedy}

        """;
}
