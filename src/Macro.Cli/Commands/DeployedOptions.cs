using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using Macro.Cli.Deployed.Access;
using Macro.Cli.Deployed.Planning;

namespace Macro.Cli.Commands;

/// <summary>The options that select deployed resources and give access to them. Shared by the commands for deployed resources.</summary>
internal sealed class DeployedOptions
{
    private readonly Option<string[]> _functions = Many("--function", "NAME", "A function: name, ARN, or pattern with * and ?.", "-f");
    private readonly Option<string[]> _machines =
        Many("--state-machine", "NAME", "A state machine: name, ARN, or pattern with * and ?.", "-s");

    private readonly Option<bool> _all = new("--all")
    {
        Description = "Every function of the region, and every state machine; to instrument these, stepFunctionForwarderArn must be set.",
    };

    private readonly Option<string[]> _exclude = Many("--exclude", "PATTERN", "Leave out what has such a name.");
    private readonly Option<string[]> _tags = Many("--tag", "KEY[=VALUE]", "Only what has this tag; repeated: all of them.");
    private readonly Option<string?> _stack = One("--stack", "NAME", "Only what this CloudFormation stack owns.");
    private readonly Option<string?> _runtime = One("--runtime", "PATTERN", "Only functions of such a runtime, for example python3.*.");
    private readonly Option<bool> _instrumented = new("--instrumented") { Description = "Only what has the tag dd_sls_macro." };
    private readonly Option<bool> _notInstrumented = new("--not-instrumented") { Description = "Only what does not have it." };
    private readonly AccessSymbols _access = new();

    public void AddTo(Command command)
    {
        Option[] options =
            [_functions, _machines, _all, _exclude, _tags, _stack, _runtime, _instrumented, _notInstrumented];
        foreach (var option in options) command.Add(option);
        _access.AddTo(command);
        command.Validators.Add(result =>
        {
            if (IsEmpty(result))
                result.AddError("Nothing is selected. Pass --function, --state-machine, --tag or --stack, or --all for everything.");
            foreach (var option in (Option<string[]>[])[_functions, _machines])
            {
                if (result.GetValue(option)?.Contains("") is true) result.AddError($"{option.Name} needs a name, an ARN or a pattern.");
            }
            if (result.GetValue(_instrumented) && result.GetValue(_notInstrumented))
                result.AddError("--instrumented and --not-instrumented exclude each other.");
        });
    }

    public Selection ReadSelection(ParseResult parsed) => new()
    {
        Functions = parsed.GetValue(_functions) ?? [],
        StateMachines = parsed.GetValue(_machines) ?? [],
        IsAll = parsed.GetValue(_all),
        Excluded = parsed.GetValue(_exclude) ?? [],
        Tags = [.. (parsed.GetValue(_tags) ?? []).Select(tag => tag.Split('=', 2)).Select(pair => (pair[0], pair.Length > 1 ? pair[1]
            : null))],
        Stack = parsed.GetValue(_stack),
        Runtime = parsed.GetValue(_runtime),
        IsInstrumented = parsed.GetValue(_instrumented) ? true : parsed.GetValue(_notInstrumented) ? false : null,
    };

    public AccessOptions ReadAccess(ParseResult parsed) => _access.Read(parsed);

    /// <summary>An option that may be repeated.</summary>
    public static Option<string[]> Many(string name, string helpName, string description, params string[] aliases) =>
        new(name, aliases) { Description = $"{description} May be repeated.", HelpName = helpName, Arity = ArgumentArity.OneOrMore };

    /// <summary>An option with one value.</summary>
    public static Option<string?> One(string name, string helpName, string description) =>
        new(name) { Description = description, HelpName = helpName };

    /// <summary>Settings as JSON values.</summary>
    public static Dictionary<string, JsonElement> ToJson(IReadOnlyDictionary<string, string> settings) =>
        settings.ToDictionary(setting => setting.Key, setting =>
        {
            using var document = JsonDocument.Parse($"\"{JsonEncodedText.Encode(setting.Value)}\"");
            return document.RootElement.Clone();
        });

    private bool IsEmpty(CommandResult result) =>
        !result.GetValue(_all) && result.GetValue(_stack) is null
        && ((Option<string[]>[])[_functions, _machines, _tags]).All(option => result.GetValue(option) is null or []);
}
