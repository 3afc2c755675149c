using System.CommandLine;
using Macro.Cli.Deployed.Engine;
using Macro.Cli.Deployed.Planning;
using Macro.Cli.Deployed.Running;
using Macro.Cli.Help;
using Macro.Cli.Hosting;

namespace Macro.Cli.Commands;

/// <summary><c>macro uninstrument</c>: takes back what <c>macro instrument</c> did.</summary>
internal static class UninstrumentCommand
{
    public static Command Create(CommandHost host)
    {
        var (selection, applying) = (new DeployedOptions(), new ApplyingSymbols());
        var handler = DeployedOptions.One("--handler", "NAME", "The handler that a function had whose DD_LAMBDA_HANDLER is missing.");
        var adopt = new Option<bool>("--adopt") { Description = "Also take back what datadog-ci or remote instrumentation did." };
        var force = new Option<bool>("--force-managed") { Description = "Also change what CloudFormation or Chalice owns." };
        var command = new ExampleCommand(
            "uninstrument",
            "Take back the instrumentation of deployed functions and state machines.",
            "macro uninstrument -f orders",
            "macro uninstrument --all --instrumented --yes") { handler, adopt, force };
        selection.AddTo(command);
        applying.AddTo(command);
        command.SetAction((parsed, cancel) =>
        {
            var options = new RunOptions
            {
                IsReverting = true,
                Handler = parsed.GetValue(handler),
                Adopts = parsed.GetValue(adopt),
                ForcesManaged = parsed.GetValue(force),
            };
            var request = new PlanRequest(selection.ReadSelection(parsed), options, EngineSettings.None);
            var access = selection.ReadAccess(parsed);
            return AwsCommand.RunAsync(host, access, (session, stop) =>
                new DeployedRun(host, session, request, applying.Read(parsed), access.Concurrency).RunAsync(plan => plan, stop), cancel);
        });
        return command;
    }
}
