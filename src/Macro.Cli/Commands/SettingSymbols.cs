using System.CommandLine;
using System.Text.Json;
using Macro.Cli.Configuration;
using Macro.Cli.Deployed.Engine;
using Macro.Cli.Hosting;
using Macro.Cli.Preview;
using Macro.Cli.Templates;
using Macro.Core.Configuration;

namespace Macro.Cli.Commands;

/// <summary>The options that give the macro's parameters to a command for deployed resources.</summary>
internal sealed class SettingSymbols
{
    private static readonly JsonElement NoParameters = JsonDocument.Parse("{}").RootElement;

    private readonly Option<Dictionary<string, string>> _set = DeploymentOptions.Set("A macro parameter. May be repeated.");
    private readonly Option<string?> _config = DeployedOptions.One("--config", "FILE",
        "A configuration file, or macro parameters as a JSON or YAML object; --set overrides it.");

    private readonly Option<bool> _environment = new("--defaults-from-environment")
    {
        Description = "Take account-wide defaults from the DD_* variables of this environment, as the macro's function does from its own.",
    };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_set, _config, _environment]) command.Add(option);
    }

    /// <summary>Reads the settings. Writes to standard error why the file cannot be read.</summary>
    /// <returns>Null when the file cannot be read.</returns>
    public async Task<EngineSettings?> ReadAsync(ParseResult parsed, CommandHost host, CancellationToken cancel)
    {
        var parameters = new Dictionary<string, JsonElement>();
        if (parsed.GetValue(_config) is { } fileName)
        {
            if (await TemplateInput.ReadOrTell(fileName, false, host, cancel) is not { } file) return null;
            using var document = JsonDocument.Parse(file.Json,
                new JsonDocumentOptions { MaxDepth = Templates.Reading.FileLimits.MaxDepth });
            if (ParametersOf(document.RootElement, file, host) is not { } settings) return null;
            foreach (var setting in settings.EnumerateObject()) parameters[setting.Name] = setting.Value.Clone();
        }
        foreach (var (name, value) in DeployedOptions.ToJson(parsed.GetValue(_set) ?? [])) parameters[name] = value;
        return new EngineSettings(parameters, parsed.GetValue(_environment) ? Defaults(host) : new Dictionary<string, string>());
    }

    /// <summary>
    /// The macro's parameters of a file: the whole object, or its member <c>parameters</c> if it is a configuration file. What that file
    /// says about templates has no effect here.
    /// </summary>
    private static JsonElement? ParametersOf(JsonElement root, TemplateFile file, CommandHost host)
    {
        if (!root.EnumerateObject().Any(member => ConfigKeys.All.Contains(member.Name))) return root;
        if (!ConfigErrors.AreNone(() => ConfigFileReader.Read(file), host)) return null;
        return root.TryGetProperty(ConfigKeys.Parameters, out var parameters) ? parameters : NoParameters;
    }

    private static Dictionary<string, string> Defaults(CommandHost host) => ParameterCatalog.All
        .Where(parameter => host.Variables.ContainsKey(parameter.ProcessVariable))
        .ToDictionary(parameter => parameter.ProcessVariable, parameter => host.Variables[parameter.ProcessVariable]);
}
