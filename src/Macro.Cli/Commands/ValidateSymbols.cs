using System.CommandLine;
using System.CommandLine.Parsing;
using Macro.Cli.Formatting;
using Macro.Cli.Hosting;
using Macro.Cli.Preview;
using Macro.Cli.Search;
using Macro.Cli.Validation;
using Macro.Core.Configuration;

namespace Macro.Cli.Commands;

/// <summary>The options of <c>macro validate</c> that say what is reported, and how.</summary>
internal sealed class ValidateSymbols
{
    private static readonly string[] Formats = ["text", "json", "sarif", "github", "junit", "gitlab"];

    private readonly Option<string> _format = SharedSymbols.Format(
        "text; json; sarif for code-scanning services; github for annotations; junit for test reports; gitlab for code quality.",
        Formats);

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Show errors only: no warnings, notes and counts." };
    private readonly Option<bool> _onlyTemplates = new("--only-templates")
    {
        Description = "Pass over named files that are not templates, as those found in folders, for tools that name every file.",
    };

    private readonly Option<bool> _full = SharedSymbols.Full("Give every finding and every note its own line.");

    private readonly Option<int?> _maxWarnings = new("--max-warnings")
    {
        Description = $"Exit with {ExitCode.Rejected} if there are more warnings.",
        HelpName = "N",
    };

    private readonly Option<string[]> _select = Codes("--select", "Report only diagnostics with this code, or whose code begins so.");
    private readonly Option<string[]> _ignore = Codes("--ignore", "Do not report diagnostics with this code, or whose code begins so.");

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_format, _quiet, _full, _maxWarnings, _select, _ignore, _onlyTemplates]) command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_maxWarnings) < 0) result.AddError("--max-warnings must be at least 0.");
        });
    }

    /// <summary>Which diagnostics are reported.</summary>
    public CodeFilter ReadFilter(ParseResult parsed) => new(parsed.GetValue(_select) ?? [], parsed.GetValue(_ignore) ?? []);

    /// <summary>The number of warnings above which the command fails; null for any number.</summary>
    public int? ReadMaxWarnings(ParseResult parsed) => parsed.GetValue(_maxWarnings);

    /// <summary>Creates the report in the requested format.</summary>
    public ValidationReport CreateReport(
        ParseResult parsed, DeploymentArguments deployment, string firstFile, CommandHost host, Action<string> print) =>
        deployment.FormatOr(SharedSymbols.Given(parsed, _format), firstFile, Formats) switch
        {
            "json" => new JsonReport(print),
            "sarif" => new SarifReport(print),
            "github" => new GitHubReport(print),
            "junit" => new JUnitReport(print),
            "gitlab" => new GitLabReport(print),
            _ => new TextReport(print, new TextReportOptions(
                deployment.Base.MacroName, parsed.GetValue(_full), parsed.GetValue(_quiet), new Colors(host.HasColors))
            {
                IsBrief = host.TerminalWidth is not null,
            }),
        };

    /// <summary>Finds the files.</summary>
    public IReadOnlyList<FoundFiles> FindFiles(ParseResult parsed, string[] names)
    {
        var found = FileSearch.Find(names);
        return parsed.GetValue(_onlyTemplates) ? [.. found.Select(AsSearched)] : found;

        static FoundFiles AsSearched(FoundFiles named) =>
            named with { Files = [.. named.Files.Select(file => file with { IsSearched = true })] };
    }

    /// <summary>Whether warnings are left out of the report.</summary>
    public bool IsQuiet(ParseResult parsed) => parsed.GetValue(_quiet);

    private static Option<string[]> Codes(string name, string description)
    {
        var option = new Option<string[]>(name)
        {
            Description = $"{description} A comma-separated list; may be repeated.",
            HelpName = "CODE",
            Arity = ArgumentArity.OneOrMore,
            CustomParser = ParseCodes,
        };
        option.CompletionSources.Add([.. PreviewDiagnostics.All.Select(kind => kind.Code)]);
        return option;
    }

    private static string[] ParseCodes(ArgumentResult result)
    {
        string[] codes = [.. result.Tokens.SelectMany(token => token.Value.Split(',')).Select(code => code.Trim().ToUpperInvariant())];
        foreach (var code in codes.Where(code => code.Length < 2 || !PreviewDiagnostics.All.Any(kind => StartsWith(kind.Code, code))))
        {
            var nearest = NearestName.Find(code, [.. PreviewDiagnostics.All.Select(kind => kind.Code)]);
            var suggestion = nearest is null ? "" : $" Did you mean {nearest}?";
            result.AddError($"There is no diagnostic {code}.{suggestion} List all: macro explain");
        }
        return codes;
    }

    private static bool StartsWith(string code, string start) => code.StartsWith(start, StringComparison.Ordinal);
}
