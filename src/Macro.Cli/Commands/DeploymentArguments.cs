using Macro.Cli.Configuration;
using Macro.Cli.Formatting;
using Macro.Cli.Hosting;
using Macro.Cli.Parameters;
using Macro.Cli.Preview;
using Macro.Cli.Templates;
using Macro.Cli.Templates.Reading;
using Macro.Core.Configuration;

namespace Macro.Cli.Commands;

/// <summary>The deployment that a command line describes.</summary>
/// <param name="Base">What is the same for every template.</param>
/// <param name="Given">The values of <c>--parameters</c>, overridden by those of single options.</param>
internal sealed record DeploymentArguments(PreviewOptions Base, DeploymentValues Given)
{
    /// <summary>The configuration files.</summary>
    public ConfigFiles Config { get; init; } = new(null, null);

    /// <summary>The names of <c>--parameter</c>, which the template must have. A file may be for several templates.</summary>
    public IReadOnlyCollection<string> NamedParameters { get; init; } = [];

    /// <summary>Whether a SAM configuration beside the template is read: without <c>--parameters</c>.</summary>
    public bool ReadsSamConfig { get; init; }

    /// <summary>The environment of a SAM configuration; null for its default.</summary>
    public string? ConfigEnvironment { get; init; }

    /// <summary>The deployment of one template.</summary>
    /// <exception cref="TemplateFileException">The configuration file or the SAM configuration is malformed.</exception>
    /// <exception cref="IOException">One of these files cannot be read.</exception>
    public PreviewOptions For(string fileName)
    {
        var section = Config.SectionFor(fileName);
        var values = ValuesFor(fileName, section);
        return Base with
        {
            Overrides = Overrides(section),
            Parameters = values.Parameters,
            Region = values.Region ?? Base.Region,
            Account = values.Account ?? Base.Account,
            StackName = values.StackName ?? Base.StackName,
            Ignored = [.. section.Ignored.Select(rule => rule.Value)],
        };
    }

    /// <summary>The SAM configuration that is read for a template; null for none.</summary>
    /// <param name="fileName">The template.</param>
    /// <param name="section">What the configuration says about it; its parameter files replace the SAM configuration.</param>
    public string? SamConfigFor(string fileName, ConfigSection section) =>
        ReadsSamConfig && section.ParameterFiles.Count == 0 ? SamConfig.FindBeside(fileName) : null;

    /// <summary>The deployment of a template. If the command line does not fit it, writes the reasons to standard error.</summary>
    /// <returns>Null when it does not fit; the exit status is then <see cref="ExitCode.Usage"/>.</returns>
    public PreviewOptions? ForOrTell(TemplateFile file, CommandHost host)
    {
        if (!IsConfigValid(file.FileName, host)) return null;
        try
        {
            var options = For(file.FileName);
            if (!Fits(TemplateParameters.NamesIn(file), host)) return null;
            if (SamConfigFor(file.FileName, Config.SectionFor(file.FileName)) is { } config)
                host.PrintError(Notes.SamConfig(file.FileName, config));
            return options;
        }
        catch (Exception exception) when (TemplateInput.IsAtFault(exception))
        {
            foreach (var line in exception.Message.Split('\n')) host.PrintError(line);
            return null;
        }
    }

    /// <summary>Whether the configuration file for a template can be used. Writes to standard error why not.</summary>
    public bool IsConfigValid(string fileName, CommandHost host) => ConfigErrors.AreNone(() => Config.FileFor(fileName), host);

    /// <summary>The output format of a command: that of its option, else that of the configuration file if the command has it.</summary>
    /// <param name="given">The option's value; null when it is not given.</param>
    /// <param name="fileName">The first file of the command line.</param>
    /// <param name="accepted">The formats of the command, the default first.</param>
    public string FormatOr(string? given, string fileName, IReadOnlyList<string> accepted) =>
        given ?? (Config.FileFor(fileName)?.Format?.Value is { } format && accepted.Contains(format) ? format : accepted[0]);

    private Dictionary<string, OverrideValue> Overrides(ConfigSection section)
    {
        var overrides = new Dictionary<string, OverrideValue>(Base.Overrides);
        var given = Base.Overrides.Keys.Select(ParameterCatalog.Find).ToHashSet();
        foreach (var (parameter, value) in section.Parameters)
        {
            if (!given.Contains(parameter)) overrides[parameter.Name] = value.Value;
        }
        return overrides;
    }

    private DeploymentValues ValuesFor(string fileName, ConfigSection section)
    {
        var values = ReadsSamConfig && section.ParameterFiles.Count == 0
            ? SamConfig.ReadBeside(fileName, ConfigEnvironment)
            : section.ParameterFiles.Aggregate(DeploymentValues.None, (values, file) => values.OverriddenBy(Config.ValuesOf(file)));
        var configured = new DeploymentValues(DeploymentValues.None.Parameters)
        {
            Region = section.Region?.Value,
            Account = section.Account?.Value,
        };
        return values.OverriddenBy(configured).OverriddenBy(Given);
    }

    /// <summary>
    /// Whether no name of <c>--parameter</c> is misspelled. Writes the reasons, and notes on other unknown names, to standard error.
    /// </summary>
    /// <param name="declared">The names that the templates declare; null when they cannot be read.</param>
    /// <param name="host">Receives the reasons.</param>
    public bool Fits(IReadOnlyCollection<string>? declared, CommandHost host)
    {
        if (declared is null) return true;
        var unknown = TemplateParameters.Unknown(NamedParameters, declared).ToList();
        foreach (var (_, text) in unknown) host.PrintError(text);
        return !unknown.Exists(line => line.IsError);
    }
}
