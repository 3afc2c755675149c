using System.CommandLine;
using System.Text.Json;
using Macro.Cli.Deployed.Engine;
using Macro.Cli.Hosting;
using Macro.Cli.Preview;
using Macro.Core.Configuration;

namespace Macro.Cli.Commands;

/// <summary>The options that give the macro's parameters to a command for deployed resources.</summary>
internal sealed class SettingSymbols
{
    private readonly Option<Dictionary<string, string>> _set = DeploymentOptions.Pairs("--set", "A macro parameter. May be repeated.");
    private readonly Option<string?> _config = DeployedOptions.One("--config", "FILE",
        "Macro parameters as a JSON or YAML object; --set overrides it.");

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
            foreach (var setting in document.RootElement.EnumerateObject()) parameters[setting.Name] = setting.Value.Clone();
        }
        foreach (var (name, value) in DeployedOptions.ToJson(parsed.GetValue(_set) ?? [])) parameters[name] = value;
        return new EngineSettings(parameters, parsed.GetValue(_environment) ? Defaults(host) : new Dictionary<string, string>());
    }

    private static Dictionary<string, string> Defaults(CommandHost host) => ParameterCatalog.All
        .Where(parameter => host.Variables.ContainsKey(parameter.ProcessVariable))
        .ToDictionary(parameter => parameter.ProcessVariable, parameter => host.Variables[parameter.ProcessVariable]);
}
