using System.CommandLine;
using Macro.Cli.Deployed.Running;

namespace Macro.Cli.Commands;

/// <summary>The options of the commands that may change deployed resources.</summary>
internal sealed class ApplyingSymbols
{
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Only show the plan." };
    private readonly Option<bool> _yes = new("--yes") { Description = "Apply the plan without a question." };
    private readonly Option<string?> _plan = DeployedOptions.One("--plan", "FILE", "Write the plan to a file, for macro apply.");
    private readonly Option<bool> _exitCode = new("--exit-code") { Description = "Exit with 3 when something would change." };
    private readonly Option<string> _format = SharedSymbols.Format("text, json, or markdown.", "text", "json", "markdown");

    private readonly Option<int> _maxFailures = new("--max-failures")
    {
        Description = "After so many failures in a row nothing more is begun.",
        HelpName = "N",
        DefaultValueFactory = _ => ApplyOptions.DefaultMaxFailures,
    };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_dryRun, _yes, _plan, _exitCode, _format, _maxFailures]) command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_plan) is "") result.AddError("--plan needs the name of a file.");
            if (result.GetValue(_dryRun) && result.GetValue(_yes)) result.AddError("--dry-run and --yes exclude each other.");
        });
        _maxFailures.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1) result.AddError("--max-failures must be at least 1.");
        });
    }

    public ApplyOptions Read(ParseResult parsed) => new()
    {
        IsDryRun = parsed.GetValue(_dryRun),
        IsConfirmed = parsed.GetValue(_yes),
        PlanFile = parsed.GetValue(_plan),
        ReportsChanges = parsed.GetValue(_exitCode),
        Format = parsed.GetValue(_format)!,
        MaxFailures = parsed.GetValue(_maxFailures),
    };
}
