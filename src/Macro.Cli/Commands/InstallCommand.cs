using System.CommandLine;
using System.CommandLine.Parsing;
using Macro.Cli.Help;
using Macro.Cli.Hosting;
using Macro.Cli.Installation;

namespace Macro.Cli.Commands;

/// <summary><c>macro install</c> and <c>macro upgrade</c>: create or update the macro's stack.</summary>
internal static class InstallCommand
{
    public static Command CreateInstall(CommandHost host) => Create(
        host, "install", "Install the macro in an account and region, or update what is installed.", mustExist: false,
        "macro install --zip macro-lambda.zip --bucket my-artifacts",
        "macro install --bucket-prefix acme-macro --parameter Site=datadoghq.eu");

    public static Command CreateUpgrade(CommandHost host) => Create(
        host, "upgrade", "Update the installed macro, and keep its parameters.", mustExist: true,
        "macro upgrade --zip macro-lambda.zip --bucket my-artifacts",
        "macro upgrade --bucket-prefix acme-macro --dry-run");

    private static ExampleCommand Create(CommandHost host, string name, string description, bool mustExist, params string[] examples)
    {
        var zip = InstallSymbols.Text("--zip", "FILE", "The macro's code, macro-lambda.zip, to upload to --bucket.");
        var bucket = InstallSymbols.Text("--bucket", "BUCKET", "A bucket of yours in the macro's region.");
        var prefix = InstallSymbols.Text("--bucket-prefix", "PREFIX", "The code is in the bucket PREFIX-REGION of a release.");
        var parameters = DeploymentOptions.Pairs("--parameter", "A parameter of the macro's stack. May be repeated.");
        var capabilities = InstallSymbols.Capabilities();
        var shared = new InstallSymbols();
        var command = new ExampleCommand(name, description, examples) { zip, bucket, prefix, parameters, capabilities };
        shared.AddTo(command);
        command.Validators.Add(result => CheckCode(result, zip, bucket, prefix));
        command.SetAction((parsed, cancel) => InstallRun.GuardAsync(
            host, parsed.GetValue(shared.Region), parsed.GetValue(bucket), async run =>
            {
                var given = new Dictionary<string, string>(parsed.GetValue(parameters) ?? []);
                if (parsed.GetValue(prefix) is { } value) given["CodeBucketPrefix"] = value;
                var code = parsed.GetValue(zip) is { } file ? await File.ReadAllBytesAsync(file, cancel) : null;
                var request = new InstallRequest(parsed.GetValue(shared.StackName)!, given)
                {
                    Code = code is null ? null : new CodeUpload(parsed.GetValue(bucket)!, code),
                    Capabilities = parsed.GetValue(capabilities)!,
                    MustExist = mustExist,
                    IsDryRun = parsed.GetValue(shared.DryRun),
                };
                var installer = new Installer(run.Access.Stacks, run.Access.Objects, run.Waiter, run.Output);
                await installer.RunAsync(request, $"macro-{DateTime.UtcNow:yyyyMMddHHmmssfff}", cancel);
            }));
        return command;
    }

    private static void CheckCode(CommandResult result, Option<string?> zip, Option<string?> bucket, Option<string?> prefix)
    {
        if (result.GetValue(zip) is "") result.AddError("--zip needs the name of a file.");
        if (result.GetValue(zip) is null != result.GetValue(bucket) is null) result.AddError("--zip and --bucket belong together.");
        if (result.GetValue(zip) is not null && result.GetValue(prefix) is not null)
            result.AddError("Pass either --zip and --bucket, or --bucket-prefix.");
    }
}
