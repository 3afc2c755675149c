using System.CommandLine;
using System.CommandLine.Parsing;
using Macro.Cli.Deployed.Access;

namespace Macro.Cli.Commands;

/// <summary>The options for access to AWS.</summary>
internal sealed class AccessSymbols
{
    private const int MaxConcurrency = 64;

    private readonly Option<string[]> _regions =
        DeployedOptions.Many("--region", "REGION", "A region. Default: AWS_REGION, AWS_DEFAULT_REGION, or the profile's.", "-r");

    private readonly Option<string?> _profile = DeployedOptions.One("--profile", "NAME", "A profile of AWS's configuration files.");
    private readonly Option<string?> _role = DeployedOptions.One("--role-arn", "ARN", "A role to assume.");

    private readonly Option<int> _concurrency = new("--concurrency")
    {
        Description = "How many calls are made at once.",
        HelpName = "N",
        DefaultValueFactory = _ => AccessOptions.DefaultConcurrency,
    };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_regions, _profile, _role, _concurrency]) command.Add(option);
        _concurrency.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > MaxConcurrency)
                result.AddError($"--concurrency must be a number from 1 to {MaxConcurrency}.");
        });
    }

    /// <summary>Whether one of the options is on the command line.</summary>
    public bool IsGiven(CommandResult result) =>
        ((Option[])[_regions, _profile, _role, _concurrency]).Any(option => result.GetResult(option) is { Implicit: false });

    public AccessOptions Read(ParseResult parsed) => new()
    {
        Regions = parsed.GetValue(_regions) ?? [],
        Profile = parsed.GetValue(_profile),
        RoleArn = parsed.GetValue(_role),
        Concurrency = parsed.GetValue(_concurrency),
    };
}
