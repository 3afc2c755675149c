using System.CommandLine;
using Macro.Cli.Deployed.Planning;
using Macro.Cli.Deployed.Running;
using Macro.Cli.Help;
using Macro.Cli.Hosting;

namespace Macro.Cli.Commands;

/// <summary><c>macro instrument</c>: instruments deployed functions through AWS's APIs.</summary>
internal static class InstrumentCommand
{
    public static Command Create(CommandHost host)
    {
        var (selection, settings, applying) = (new DeployedOptions(), new SettingSymbols(), new ApplyingSymbols());
        var publish = new Option<bool>("--publish") { Description = "Publish a version after the update." };
        var alias = DeployedOptions.One("--alias", "NAME", "With --publish: point this alias at the published version.");
        var adopt = new Option<bool>("--adopt") { Description = "Take over what datadog-ci or remote instrumentation left." };
        var force = new Option<bool>("--force-managed") { Description = "Also change what CloudFormation or Chalice owns." };
        var command = new ExampleCommand(
            "instrument",
            "Instrument deployed functions and state machines, without their templates.",
            "macro instrument -f orders --set extensionLayerVersion=100 --set apiKeySecretArn=ARN",
            "macro instrument --all --runtime 'python3.*' --config datadog.yml --dry-run",
            "macro instrument -s 'orders-*' --set stepFunctionForwarderArn=ARN",
            "macro instrument --tag team=checkout --config datadog.yml --plan plan.json") { publish, alias, adopt, force };
        selection.AddTo(command);
        settings.AddTo(command);
        applying.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(alias) is not null && !result.GetValue(publish)) result.AddError("--alias needs --publish.");
        });
        command.SetAction(async (parsed, cancel) =>
        {
            if (await settings.ReadAsync(parsed, host, cancel) is not { } parameters) return ExitCode.Rejected;
            var options = new RunOptions
            {
                Publishes = parsed.GetValue(publish),
                Alias = parsed.GetValue(alias),
                Adopts = parsed.GetValue(adopt),
                ForcesManaged = parsed.GetValue(force),
            };
            var (request, access) = (new PlanRequest(selection.ReadSelection(parsed), options, parameters), selection.ReadAccess(parsed));
            return await AwsCommand.RunAsync(host, access, (session, stop) =>
                new DeployedRun(host, session, request, applying.Read(parsed), access.Concurrency).RunAsync(plan => plan, stop), cancel);
        });
        return command;
    }
}
