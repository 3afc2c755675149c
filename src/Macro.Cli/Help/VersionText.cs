using System.CommandLine;
using System.CommandLine.Invocation;
using Macro.Cli.Hosting;
using Macro.Core.Configuration;

namespace Macro.Cli.Help;

/// <summary><c>macro --version</c>: prints the version that the macro also puts into its reports and tags.</summary>
internal sealed class VersionText : SynchronousCommandLineAction
{
#if NET9_0
    /// <summary>Marks a program that is compiled with .NET 9, which has no support any more and is for evaluation only.</summary>
    private const string Framework = "+net9.0";
#else
    private const string Framework = "";
#endif

    public override bool ClearsParseErrors => true;

    /// <summary>Replaces the version of a command line, which reads assembly attributes that a native executable does not have.</summary>
    public static void Install(RootCommand root) =>
        Replace(root.Options.OfType<VersionOption>().Single());

    private static void Replace(VersionOption option)
    {
        option.Action = new VersionText();
        option.Aliases.Add("-v");
    }

    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine($"{MacroVersion.Text}{Framework}");
        return ExitCode.Success;
    }
}
