using System.CommandLine;
using Macro.Cli.Deployed.Access;
using Macro.Cli.Deployed.Messages;
using Macro.Cli.Deployed.Planning;
using Macro.Cli.Deployed.Plans;
using Macro.Cli.Deployed.Running;
using Macro.Cli.Help;
using Macro.Cli.Hosting;
using Macro.Core.Configuration;
using Macro.Core.Diagnostics;

namespace Macro.Cli.Commands;

/// <summary><c>macro apply PLAN</c>: applies exactly the plan of a file.</summary>
internal static class ApplyCommand
{
    public static Command Create(CommandHost host)
    {
        var file = new Argument<string>("PLAN") { Description = "A file of --plan." };
        var yes = new Option<bool>("--yes") { Description = "Apply the plan without a question." };
        var set = DeploymentOptions.Set("A secret parameter, which the plan does not contain. May be repeated.");
        var profile = DeployedOptions.One("--profile", "NAME", "A profile of AWS's configuration files.");
        var role = DeployedOptions.One("--role-arn", "ARN", "A role to assume.");
        var format = SharedSymbols.Format("text, json, or markdown.", "text", "json", "markdown");
        var command = new ExampleCommand(
            "apply", "Apply a plan of macro instrument or uninstrument to what has not changed since.", "macro apply plan.json --yes")
        {
            file, yes, set, profile, role, format,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var name = parsed.GetValue(file)!;
            try
            {
                var plan = PlanFile.Read(await host.ReadFile(name, cancel));
                var settings = plan.SettingsWith(DeployedOptions.ToJson(parsed.GetValue(set) ?? []));
                var missing = plan.SecretParameters.Where(secret => !settings.Parameters.ContainsKey(secret)).ToList();
                if (missing.Count > 0)
                    return AwsCommand.Fail(host, DeployedDiagnostics.SecretsMissing.For(DiagnosticTarget.Request, string.Join(", ",
                        missing)));
                var selection = new Selection
                {
                    Functions = plan.ArnsOf(ResourcePlan.Function),
                    StateMachines = plan.ArnsOf(ResourcePlan.StateMachine),
                };
                var access = new AccessOptions
                {
                    Regions = plan.Regions,
                    Profile = parsed.GetValue(profile),
                    RoleArn = parsed.GetValue(
                    role)
                };
                var options = new ApplyOptions { IsConfirmed = parsed.GetValue(yes), Format = parsed.GetValue(format)! };
                return await AwsCommand.RunAsync(host, access, (session, stop) => FindMismatch(plan, session) is { } mismatch
                    ? Task.FromResult(AwsCommand.Fail(host, DeployedDiagnostics.PlanMismatch.For(DiagnosticTarget.Request, mismatch)))
                    : new DeployedRun(host, session, new PlanRequest(selection, plan.Options, settings), options, access.Concurrency)
                        .RunAsync(now => Compare(now, plan), stop), cancel);
            }
            catch (Exception exception) when (exception is FormatException or IOException or UnauthorizedAccessException)
            {
                return AwsCommand.Fail(
                    host, DeployedDiagnostics.PlanUnreadable.For(DiagnosticTarget.Request, exception.Message.TrimEnd('.')));
            }
        });
        return command;
    }

    private static string? FindMismatch(PlanFile plan, AwsSession session) =>
        plan.Version != MacroVersion.Text ? $"it was made by version {plan.Version}, and this is {MacroVersion.Text}"
        : plan.Account != session.Caller.Account
            ? $"it was made for account {plan.Account}, and these credentials belong to {session.Caller.Account}"
        : null;

    /// <summary>Refuses what has changed since the plan was made; what is already done is current.</summary>
    private static RunPlan Compare(RunPlan now, PlanFile plan)
    {
        var planned = plan.Resources.ToDictionary(resource => (resource.Kind, resource.Region, resource.Name));
        return now with { Resources = [.. now.Resources.Select(Check)] };

        ResourcePlan Check(ResourcePlan resource)
        {
            if (resource.Status is PlanStatus.Current or PlanStatus.Refused) return resource;
            var known = planned.GetValueOrDefault((resource.Kind, resource.Region, resource.Name));
            if (resource.Status == PlanStatus.Change && known?.Is(resource) is true) return resource;
            return resource with
            {
                Status = PlanStatus.Refused,
                Reasons = [DeployedDiagnostics.Outdated.For(new ResourceTarget(resource.Name)), .. resource.Reasons],
                Lines = [],
            };
        }
    }
}
