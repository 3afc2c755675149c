using System.CommandLine;
using System.CommandLine.Invocation;
using Macro.Cli.Commands;
using Macro.Cli.Help;
using Macro.Cli.Hosting;

namespace Macro.Cli;

/// <summary>The command <c>macro</c> with its subcommands.</summary>
internal static class MacroCommand
{
    /// <summary>How long a command may take to end after Ctrl+C; those that change deployed resources finish what they began.</summary>
    private static readonly TimeSpan MaxTimeAfterInterrupt = TimeSpan.FromMinutes(10);

    /// <summary>Runs one command line. Reports a bug in this program on one line. Ends silently when the output is closed.</summary>
    /// <returns>The exit status, one of <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> arguments, CommandHost host)
    {
        try
        {
            var root = CreateRoot(host);
            return Suggestions.AreAskedFor(arguments) ? host.Print(Suggestions.Write(root, arguments)) : Invoke(root, arguments, host);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (IOException exception) when (BrokenPipe.IsCauseOf(exception))
        {
            return ExitCode.Success;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Commands report what is wrong with files themselves, so this is a full disk or a closed output.
            return OutputFile.Report("standard output", exception, host);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            var cause = $"{exception.GetType().Name}: {exception.Message}";
            host.PrintError($"macro: internal error ({cause}). Please report this line, with the template if you can share it.");
            return ExitCode.InternalError;
        }
    }

    /// <summary>The commands with their options.</summary>
    public static RootCommand CreateRoot(CommandHost host)
    {
        var root = new RootCommand(
            "Instruments serverless CloudFormation templates for Datadog, as the macro DatadogServerless does during a deployment.")
        {
            TransformCommand.Create(host),
            DiffCommand.Create(host),
            ReportCommand.Create(host),
            ValidateCommand.Create(host),
            InvokeCommand.Create(host),
            InstrumentCommand.Create(host),
            UninstrumentCommand.Create(host),
            ApplyCommand.Create(host),
            StatusCommand.Create(host),
            InstallCommand.CreateInstall(host),
            InstallCommand.CreateUpgrade(host),
            UninstallCommand.Create(host),
            InitCommand.Create(host),
            ConfigCommand.Create(host),
            ParametersCommand.Create(host),
            LayersCommand.Create(host),
            ExplainCommand.Create(host),
            CompletionCommand.Create(host),
        };
        root.Add(HelpCommand.Create(host, root));
        root.Options.Add(ColorOption.Create());
        HelpWithExamples.Install(root);
        VersionText.Install(root);
        return root;
    }

    private static int Invoke(RootCommand root, IReadOnlyList<string> arguments, CommandHost host)
    {
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var unknownOptions = UsageError.UnknownOptions(parsed);
        if (parsed.Action is ParseErrorAction || parsed.Action is not { ClearsParseErrors: true } && unknownOptions.Count > 0)
            return UsageError.Report(parsed, unknownOptions, host);
        host.Color = parsed.GetValue<string>(ColorOption.Name) ?? host.Color;
        using var output = new StreamWriter(host.Output, leaveOpen: true) { NewLine = "\n" };
        return parsed.Invoke(new InvocationConfiguration
        {
            Output = output,
            Error = host.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = MaxTimeAfterInterrupt,
        });
    }
}
