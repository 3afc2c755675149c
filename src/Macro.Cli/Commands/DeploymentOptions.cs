using System.CommandLine;
using System.CommandLine.Parsing;
using Macro.Cli.Configuration;
using Macro.Cli.Parameters;
using Macro.Cli.Preview;
using Macro.Cli.Templates.Reading;

namespace Macro.Cli.Commands;

/// <summary>The options that describe a deployment. Shared by the commands that run the transform on a template.</summary>
internal sealed class DeploymentOptions
{
    private readonly Option<Dictionary<string, string>> _parameters =
        Pairs("--parameter", "The value of a template parameter; without it, the parameter's default is used. May be repeated.");

    private readonly Option<string?> _configEnvironment = new("--config-env")
    {
        Description = "The environment of samconfig.toml or samconfig.yaml; default: default.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _config = new("--config")
    {
        Description = $"A configuration file; without it, the {ConfigFile.DefaultName} in the template's folder or above it.",
        HelpName = "FILE",
    };

    private readonly Option<DeploymentValues> _parameterFiles;

    private readonly Option<Dictionary<string, string>> _overrides =
        Set("A macro parameter, which overrides the template's. May be repeated.");

    private readonly Option<string> _region = Text("--region", PreviewOptions.DefaultRegion, "Region of the deployment.");
    private readonly Option<string> _account = Text("--account", PreviewOptions.DefaultAccount, "Account of the deployment.");
    private readonly Option<string> _stackName = Text("--stack-name", PreviewOptions.DefaultStackName, "Name of the stack.");
    private readonly Option<string> _macroName = Text("--macro-name", PreviewOptions.DefaultMacroName, "The macro's name under Transform.");
    private readonly Option<string?> _macroArn = SharedSymbols.MacroArn();

    private readonly Option<bool> _environment = new("--defaults-from-environment")
    {
        Description = "Take account-wide defaults from the DD_* variables of this environment, as the macro's function does from its own.",
    };

    private readonly Option<bool> _duplicateKeys = new("--allow-duplicate-keys")
    {
        Description = "Continue when a YAML mapping has a key twice: the last one wins, as in SAM's command line.",
    };

    public DeploymentOptions() => _parameterFiles = new("--parameters")
    {
        Description = "Template parameters from CloudFormation's JSON or a SAM configuration; --parameter overrides them. May be repeated.",
        HelpName = "FILE",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = ParseFiles,
    };

    public void AddTo(Command command)
    {
        Option[] options =
        [
            _config, _parameters, _parameterFiles, _configEnvironment, _overrides, _region, _account, _stackName, _macroName, _macroArn,
            _environment, _duplicateKeys,
        ];
        foreach (var option in options) command.Add(option);
    }

    public DeploymentArguments Read(ParseResult parsed)
    {
        var (files, parameters) = (parsed.GetValue(_parameterFiles), parsed.GetValue(_parameters) ?? []);
        var options = new PreviewOptions
        {
            Overrides = (parsed.GetValue(_overrides) ?? []).ToDictionary(pair => pair.Key, pair => new OverrideValue(pair.Value)),
            Region = parsed.GetValue(_region)!,
            Account = parsed.GetValue(_account)!,
            StackName = parsed.GetValue(_stackName)!,
            MacroName = parsed.GetValue(_macroName)!,
            MacroArn = parsed.GetValue(_macroArn),
            UsesEnvironment = parsed.GetValue(_environment),
            AllowsDuplicateKeys = parsed.GetValue(_duplicateKeys),
        };
        var line = new DeploymentValues(parameters)
        {
            Region = Given(_region),
            Account = Given(_account),
            StackName = Given(_stackName),
        };
        return new DeploymentArguments(options, (files ?? DeploymentValues.None).OverriddenBy(line))
        {
            Config = new ConfigFiles(parsed.GetValue(_config), parsed.GetValue(_configEnvironment)),
            NamedParameters = parameters.Keys,
            ReadsSamConfig = files is null,
            ConfigEnvironment = parsed.GetValue(_configEnvironment),
        };

        string? Given(Option<string> option) => SharedSymbols.Given(parsed, option);
    }

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

    /// <summary>The option <c>--set</c>, for which a shell completes the names of the macro's parameters, and their values.</summary>
    public static Option<Dictionary<string, string>> Set(string description)
    {
        var option = Pairs("--set", description);
        option.CompletionSources.Add(context => SettingCompletions.Of(context.WordToComplete));
        return option;
    }

    /// <summary>Reads the files; the last one that has a value wins.</summary>
    private DeploymentValues? ParseFiles(ArgumentResult result)
    {
        var values = DeploymentValues.None;
        foreach (var fileName in result.Tokens.Select(token => token.Value))
        {
            try
            {
                values = values.OverriddenBy(ParameterFile.Read(fileName, result.GetValue(_configEnvironment)));
            }
            catch (TemplateFileException exception)
            {
                foreach (var line in exception.Message.Split('\n')) result.AddError(line);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                result.AddError($"The parameter file {fileName} cannot be read: {exception.Message}");
            }
        }
        return values;
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
