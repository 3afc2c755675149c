using System.Security;
using System.Xml;
using FsCheck.Fluent;
using Macro.Cli.Tests.Laws;
using Macro.Core.Tests.Support;

namespace Macro.Cli.Tests.Installation;

/// <summary>Whatever CloudFormation and S3 say, and whatever the command line says, it is printed as text.</summary>
public sealed class InstallPrintableLaws : InstallTestBase
{
    [Fact]
    public void Install_AnyMessage_IsPrintable() => Law.Holds(HostileNames.Names.Zip(HostileNames.Names), names =>
    {
        var (name, message) = (Word(names.Item1), SecurityElement.Escape(Word(names.Item2)));
        string[][] lines =
        [
            [.. Install, "--parameter", $"Env={name}"], [.. Install, "--stack-name", name], [.. Install, "--region", name],
            [.. Install, "--dry-run"],
            ["install", "--bucket-prefix", name], ["install", "--zip", name, "--bucket", name], ["install", "--parameter", name],
            ["upgrade", "--bucket-prefix", name, "--stack-name", name], ["uninstall", "--stack-name", name], ["uninstall"],
        ];
        foreach (var line in lines)
        {
            Aws.Stacks.Clear();
            Aws.Fail = (_, _) => null;
            Printed.Inspect(Run(line));
            Aws.Fail = (_, count) => count % 3 == 0 ? (400, "ValidationError", message) : null;
            Printed.Inspect(Run(line));
        }
        Aws.Calls.Clear();
    });

    [Fact]
    public void Install_AnyReasonOfAFailure_IsPrintable() => Law.Holds(HostileNames.Names, name =>
    {
        Aws.Stacks.Clear();
        Aws.Stacks[Stack] = new FakeStack { Status = "UPDATE_COMPLETE", Fails = true, Reason = SecurityElement.Escape(Word(name)) };
        Printed.Inspect(Run([.. Install, "--parameter", "Env=x"]));
    });

    /// <summary>The text as an argument and in XML.</summary>
    private static string Word(string text) =>
        string.Concat(HostileNames.WithoutHalves(text).Where(letter => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter)));
}
