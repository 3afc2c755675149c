using System.Collections.Concurrent;
using Macro.Cli.Parameters;

namespace Macro.Cli.Configuration;

/// <summary>Finds and reads configuration files, each once. Can be used by several threads.</summary>
/// <param name="given">The file of <c>--config</c>; null to find the one of each template.</param>
/// <param name="environment">The environment of SAM configurations among the parameter files; null for their default.</param>
internal sealed class ConfigFiles(string? given, string? environment)
{
    private readonly ConcurrentDictionary<string, ConfigFile?> _byFolder = [];
    private readonly ConcurrentDictionary<string, ConfigFile> _files = [];
    private readonly ConcurrentDictionary<string, DeploymentValues> _values = [];

    /// <summary>The file for a template or folder; null when there is none.</summary>
    /// <exception cref="Templates.Reading.TemplateFileException">The file is not valid.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public ConfigFile? FileFor(string template)
    {
        if (given is not null) return _files.GetOrAdd(given, ConfigFileReader.Read);
        var folder = Directory.Exists(template) ? template : Path.GetDirectoryName(template) ?? "";
        return _byFolder.GetOrAdd(folder, name =>
            ConfigFile.FindFor(name.Length == 0 ? "." : name) is { } found ? _files.GetOrAdd(found, ConfigFileReader.Read) : null);
    }

    /// <summary>What the configuration says about a template; nothing without a file.</summary>
    /// <exception cref="Templates.Reading.TemplateFileException">The file is not valid.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public ConfigSection SectionFor(string template) => FileFor(template)?.SectionFor(template) ?? new ConfigSection();

    /// <summary>The values of a parameter file that a configuration names.</summary>
    /// <exception cref="Templates.Reading.TemplateFileException">The file is not valid.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public DeploymentValues ValuesOf(ConfigValue<string> parameterFile)
    {
        var folder = Path.GetDirectoryName(parameterFile.Place.FileName) ?? "";
        return _values.GetOrAdd(Path.Combine(folder, parameterFile.Value), name => ParameterFile.Read(name, environment));
    }
}
