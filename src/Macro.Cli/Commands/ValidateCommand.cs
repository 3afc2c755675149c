using System.CommandLine;
using Macro.Cli.Formatting;
using Macro.Cli.Help;
using Macro.Cli.Hosting;
using Macro.Cli.Search;
using Macro.Cli.Validation;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Commands;

/// <summary><c>macro validate FILE…</c>: reports the diagnostics of many templates, as their deployments would.</summary>
internal static class ValidateCommand
{
    public static Command Create(CommandHost host)
    {
        var files = SharedSymbols.Templates();
        var symbols = new ValidateSymbols();
        var options = new DeploymentOptions();
        var command = new ExampleCommand(
            "validate",
            "Report the errors and warnings of a deployment for each template, with file, line and column.",
            "macro validate template.yaml",
            "macro validate stacks/ 'services/**/template.yaml'",
            "macro validate . --max-warnings 0 --ignore DD222",
            "macro validate . --format sarif > macro.sarif") { files };
        symbols.AddTo(command);
        options.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var deployment = options.Read(parsed);
            var names = parsed.GetValue(files)!;
            if (!deployment.IsConfigValid(names[0], host)) return ExitCode.Usage;
            using var output = new ResultOutput(host);
            var report = symbols.CreateReport(parsed, deployment, names[0], host, output.Print);
            var run = new Run(report, symbols.ReadFilter(parsed), symbols.IsQuiet(parsed));
            await run.ValidateAsync(symbols.FindFiles(parsed, names), deployment, host, cancel);
            var warningsAreErrors = deployment.Config.FileFor(names[0])?.WarningsAsErrors is { Value: true };
            return run.GetStatus(symbols.ReadMaxWarnings(parsed), warningsAreErrors, host);
        });
        return command;
    }

    /// <summary>One run: counts what is found, and reports it.</summary>
    private sealed class Run(ValidationReport report, CodeFilter filter, bool isQuiet)
    {
        private readonly ValidationTotals _totals = new();
        private readonly HashSet<string> _parameters = [];
        private bool _hasTemplates;

        public async Task ValidateAsync(
            IReadOnlyList<FoundFiles> files, DeploymentArguments deployment, CommandHost host, CancellationToken cancel)
        {
            report.Begin();
            await TemplateRun.ForEachAsync(
                "Validating", files,
                (file, stop) => CheckedFile.Check(file, deployment.Base.AllowsDuplicateKeys, deployment.For, host, stop),
                CheckedFile.Nothing, CheckedFile.Failed, Add, host, cancel);
            // A name may be meant for templates that are not among the files, so it is not an error here.
            deployment.Fits(_hasTemplates ? _parameters : null, host);
            report.End(_totals);
        }

        /// <summary>The exit status.</summary>
        /// <param name="maxWarnings">How many warnings are allowed; null when the command line does not say.</param>
        /// <param name="warningsAreErrors">What the configuration says then.</param>
        /// <param name="host">Receives the reason.</param>
        public int GetStatus(int? maxWarnings, bool warningsAreErrors, CommandHost host)
        {
            if (_totals.HasInternalError) return ExitCode.InternalError;
            if (_totals.Errors > 0) return ExitCode.Rejected;
            if (_totals.Warnings <= (maxWarnings ?? (warningsAreErrors ? 0 : int.MaxValue))) return ExitCode.Success;
            var warnings = Quantity.Text(_totals.Warnings, "warning");
            host.PrintError(maxWarnings is null
                ? $"{warnings}, and the configuration counts warnings as errors (warningsAsErrors)."
                : $"{warnings}: more than --max-warnings allows, which is {maxWarnings}.");
            return ExitCode.Rejected;
        }

        private void Add(CheckedFile file)
        {
            file = filter.Apply(file);
            report.Add(isQuiet
                ? file with { Findings = [.. file.Findings.Where(finding => finding.Diagnostic.Severity == Severity.Error)] }
                : file);
            _totals.Add(file);
            if (file.Parameters is not { } parameters) return;
            _hasTemplates = true;
            _parameters.UnionWith(parameters);
        }
    }
}
