using System.CommandLine;
using System.CommandLine.Parsing;
using Macro.Cli.Parameters;
using Macro.Cli.Preview;

namespace Macro.Cli.Commands;

/// <summary>The options that describe a deployment. Shared by the commands that run the transform on a template.</summary>
internal sealed class DeploymentOptions
{
    private readonly Option<Dictionary<string, string>> _parameters =
        Pairs("--parameter", "The value of a template parameter; without it, the parameter's default is used. May be repeated.");

    private readonly Option<IReadOnlyDictionary<string, string>> _parameterFile = new("--parameters")
    {
        Description = "A file of template parameters: CloudFormation's JSON, or samconfig.toml; --parameter overrides it.",
        HelpName = "FILE",
        CustomParser = ParseFile,
    };

    private readonly Option<Dictionary<string, string>> _overrides =
        Pairs("--set", "A macro parameter, which overrides the template's. May be repeated.");

    private readonly Option<string> _region = Text("--region", PreviewOptions.DefaultRegion, "Region of the deployment.");
    private readonly Option<string> _account = Text("--account", PreviewOptions.DefaultAccount, "Account of the deployment.");
    private readonly Option<string> _stackName = Text("--stack-name", PreviewOptions.DefaultStackName, "Name of the stack.");
    private readonly Option<string> _macroName = Text("--macro-name", PreviewOptions.DefaultMacroName, "The macro's name under Transform.");
    private readonly Option<string?> _macroArn = SharedSymbols.MacroArn();

    private readonly Option<bool> _environment = new("--defaults-from-environment")
    {
        Description = "Take account-wide defaults from the DD_* variables of this environment, as the macro's function does from its own.",
    };

    public void AddTo(Command command)
    {
        Option[] options =
            [_parameters, _parameterFile, _overrides, _region, _account, _stackName, _macroName, _macroArn, _environment];
        foreach (var option in options) command.Add(option);
    }

    public PreviewOptions Read(ParseResult parsed) => new()
    {
        Parameters = Merge(parsed.GetValue(_parameterFile), parsed.GetValue(_parameters)),
        Overrides = parsed.GetValue(_overrides) ?? [],
        Region = parsed.GetValue(_region)!,
        Account = parsed.GetValue(_account)!,
        StackName = parsed.GetValue(_stackName)!,
        MacroName = parsed.GetValue(_macroName)!,
        MacroArn = parsed.GetValue(_macroArn),
        UsesEnvironment = parsed.GetValue(_environment),
    };

    private static Option<string> Text(string name, string defaultValue, string description) =>
        new(name) { Description = description, HelpName = name.TrimStart('-').ToUpperInvariant(), DefaultValueFactory = _ => defaultValue };

    /// <summary>An option that takes NAME=VALUE and may be repeated.</summary>
    public static Option<Dictionary<string, string>> Pairs(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "NAME=VALUE",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = ParsePairs,
    };

    private static Dictionary<string, string> Merge(IReadOnlyDictionary<string, string>? lower, Dictionary<string, string>? higher)
    {
        var merged = new Dictionary<string, string>(lower ?? new Dictionary<string, string>());
        foreach (var (name, value) in higher ?? []) merged[name] = value;
        return merged;
    }

    private static IReadOnlyDictionary<string, string>? ParseFile(ArgumentResult result)
    {
        try
        {
            return ParameterFile.Read(result.Tokens[0].Value);
        }
        catch (Exception exception) when (exception is FormatException or IOException or UnauthorizedAccessException)
        {
            result.AddError($"The parameter file {result.Tokens[0].Value} cannot be read: {exception.Message.TrimEnd('.')}.");
            return null;
        }
    }

    private static Dictionary<string, string> ParsePairs(ArgumentResult result)
    {
        var pairs = new Dictionary<string, string>();
        foreach (var token in result.Tokens)
        {
            var parts = token.Value.Split('=', 2);
            if (parts is [{ Length: > 0 } name, var value]) pairs[name] = value;
            else result.AddError($"{token.Value} is not of the form NAME=VALUE.");
        }
        return pairs;
    }
}
