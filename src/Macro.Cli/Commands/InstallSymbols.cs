using System.CommandLine;

namespace Macro.Cli.Commands;

/// <summary>The options that <c>macro install</c>, <c>upgrade</c> and <c>uninstall</c> share.</summary>
internal sealed class InstallSymbols
{
    private const string DefaultStackName = "datadog-serverless-macro";

    public Option<string?> Region { get; } = Text("--region", "REGION", "The region. Default: AWS_REGION or AWS_DEFAULT_REGION.");

    public Option<string> StackName { get; } = new("--stack-name")
    {
        Description = "The name of the macro's stack.",
        HelpName = "NAME",
        DefaultValueFactory = _ => DefaultStackName,
    };

    public Option<bool> DryRun { get; } = new("--dry-run")
    {
        Description = "Print the calls that change something, and make none of them.",
    };

    public static Option<string?> Text(string name, string value, string description) =>
        new(name) { Description = description, HelpName = value };

    public static Option<string[]> Capabilities() => new("--capability")
    {
        Description = "What you acknowledge. May be repeated.",
        HelpName = "CAPABILITY",
        DefaultValueFactory = _ => ["CAPABILITY_IAM"],
    };

    public void AddTo(Command command)
    {
        command.Add(StackName);
        command.Add(Region);
        command.Add(DryRun);
    }
}
