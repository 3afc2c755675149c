using System.Text;
using Macro.Cli.Configuration;
using Macro.Cli.Formatting;
using Macro.Cli.Hosting;
using Macro.Cli.Parameters;
using Macro.Cli.Preview;
using Macro.Cli.Templates;
using Macro.Cli.Templates.Reading;
using Macro.Core.Configuration;
using Macro.Core.Diagnostics;
using Macro.Json;

namespace Macro.Cli.Commands;

/// <summary>A setting of a preview.</summary>
/// <param name="Name">Its name, such as <c>parameters.env</c>.</param>
/// <param name="Value">Its value; secrets are masked.</param>
/// <param name="Source">Where the value comes from, in words.</param>
internal sealed record EffectiveSetting(string Name, string Value, string Source);

/// <summary>The settings that hold for a template, and where each comes from.</summary>
internal static class EffectiveSettings
{
    private const int MaxWidth = 40;
    private const string Mask = "********";
    private const string CommandLine = "command line";
    private const string Default = "default";

    /// <summary>Lists the settings of a template.</summary>
    /// <param name="fileName">The template.</param>
    /// <param name="deployment">The command line.</param>
    /// <param name="secrets">The template parameters with <c>NoEcho</c>; null when unknown, which masks all.</param>
    public static IReadOnlyList<EffectiveSetting> Of(string fileName, DeploymentArguments deployment, IReadOnlySet<string>? secrets)
    {
        var (section, options) = (deployment.Config.SectionFor(fileName), deployment.For(fileName));
        var (config, given) = (deployment.Config.FileFor(fileName), deployment.Given);
        var sam = deployment.SamConfigFor(fileName, section);
        List<EffectiveSetting> settings =
        [
            .. options.Overrides.Select(MacroParameter).OrderBy(setting => setting.Name, StringComparer.Ordinal),
            .. options.Parameters.Select(TemplateParameter).OrderBy(setting => setting.Name, StringComparer.Ordinal),
        ];
        settings.Add(new("region", options.Region, Source(given.Region, section.Region, OfSam(sam, "region"))));
        settings.Add(new("account", options.Account, Source(given.Account, section.Account, Default)));
        settings.Add(new("stack name", options.StackName, Source(given.StackName, null, OfSam(sam, "stack_name"))));
        settings.AddRange(section.Ignored.Select(rule => new EffectiveSetting(
            rule.Value.LogicalId is { } id ? $"ignored for {id}" : "ignored", rule.Value.Code, rule.Place.ToString())));
        if (config?.Format is { } format) settings.Add(new("format", format.Value, format.Place.ToString()));
        if (config?.WarningsAsErrors is { } flag)
            settings.Add(new("warnings as errors", flag.Value ? "true" : "false", flag.Place.ToString()));
        return settings;

        static string Source(string? given, ConfigValue<string>? configured, string otherwise) =>
            given is not null ? CommandLine : configured?.Place.ToString() ?? otherwise;

        EffectiveSetting MacroParameter(KeyValuePair<string, OverrideValue> entry)
        {
            var parameter = ParameterCatalog.Find(entry.Key);
            var isGiven = deployment.Base.Overrides.ContainsKey(entry.Key);
            return new(
                $"parameters.{entry.Key}",
                parameter is null or { IsSecret: true } ? Mask : entry.Value.Text,
                isGiven ? CommandLine : section.Parameters[parameter!].Place.ToString());
        }

        EffectiveSetting TemplateParameter(KeyValuePair<string, string> entry) => new(
            $"template parameter {entry.Key}",
            secrets is null || secrets.Contains(entry.Key) ? Mask : entry.Value,
            SourceOf(entry.Key));

        string SourceOf(string name) => given.Parameters.ContainsKey(name) ? CommandLine
            : section.ParameterFiles.LastOrDefault(file => deployment.Config.ValuesOf(file).Parameters.ContainsKey(name)) is { } file
                ? $"{file.Value}, {file.Place}"
                : sam ?? Default;

        string OfSam(string? file, string key) => file is not null && HasKey(file, key) ? file : Default;

        bool HasKey(string file, string key) => ParameterFile.Read(file, deployment.ConfigEnvironment) is var values
            && (key == "region" ? values.Region : values.StackName) is not null;
    }

    /// <summary>Reads which parameters of a template have <c>NoEcho</c>; null when the template cannot be read.</summary>
    public static async Task<IReadOnlySet<string>?> SecretParametersAsync(string fileName, CommandHost host, CancellationToken cancel)
    {
        try
        {
            var file = TemplateFile.Read(await host.ReadFile(fileName, cancel), fileName, allowsDuplicateKeys: true);
            using var index = JsonIndex.Read(file.Json, FileLimits.MaxDepth);
            var declared = (Node.Create(index.Root) as ObjectNode)?["Parameters"u8] as ObjectNode ?? [];
            return declared.Where(entry => PreviewSecrets.IsNoEcho(entry.Value as ObjectNode)).Select(entry => entry.Key).ToHashSet();
        }
        catch (Exception exception) when (exception is TemplateFileException or DuplicateKeyException)
        {
            return null;
        }
    }

    public static string WriteText(string fileName, IReadOnlyList<EffectiveSetting> settings)
    {
        var (names, values) = (settings.Max(setting => setting.Name.Length), settings.Max(setting => setting.Value.Length));
        var text = new StringBuilder(PrintableText.From($"Settings for {fileName}:")).Append('\n');
        var width = Math.Min(values, MaxWidth);
        foreach (var (name, value, source) in settings)
            text.Append(PrintableText.From($"  {name.PadRight(names)}  {value.PadRight(width)}  {source}")).Append('\n');
        return text.ToString();
    }

    public static string WriteJson(string fileName, IReadOnlyList<EffectiveSetting> settings) => JsonFormat.WriteIndented(json =>
    {
        json.WriteStartObject();
        json.WriteString("file", fileName);
        json.WriteStartArray("settings");
        foreach (var (name, value, source) in settings)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("value", value);
            json.WriteString("source", source);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });
}
