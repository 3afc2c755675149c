using Macro.Cli.Hosting;
using Macro.Cli.Templates;
using Macro.Cli.Templates.Reading;
using Macro.Core.Configuration;
using Macro.Json;

namespace Macro.Cli.Configuration;

/// <summary>Reads a configuration file, and reports everything that is wrong with it at once.</summary>
internal sealed class ConfigFileReader
{
    private readonly ConfigProblems _problems;

    private ConfigFileReader(ConfigProblems problems) => _problems = problems;

    /// <summary>
    /// Reads a file. One without any of the <see cref="ConfigKeys"/> is an object of macro parameters for all templates.
    /// </summary>
    /// <exception cref="TemplateFileException">The file is not valid; the message has the place and the reason of each problem.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ConfigFile Read(string fileName)
    {
        try
        {
            return Read(TemplateFile.Read(InputFile.Read(fileName, CancellationToken.None).GetAwaiter().GetResult(), fileName));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{fileName}: {exception.Message}", exception);
        }
    }

    /// <summary>Reads the content of a file.</summary>
    /// <exception cref="TemplateFileException">The file is not valid.</exception>
    public static ConfigFile Read(TemplateFile file)
    {
        using var index = JsonIndex.Read(file.Json, FileLimits.MaxDepth);
        var problems = new ConfigProblems(file);
        try
        {
            var config = new ConfigFileReader(problems).ReadFile((ObjectNode)Node.Create(index.Root), file.FileName);
            problems.ThrowIfAny();
            return config;
        }
        catch (DuplicateKeyException exception)
        {
            problems.Add(exception.Path, $"Duplicate key {exception.Key}.", "Remove all but one of them.");
            problems.ThrowIfAny();
            throw;
        }
    }

    private ConfigFile ReadFile(ObjectNode root, string fileName)
    {
        if (!root.Any(member => ConfigKeys.All.Contains(member.Key)))
        {
            var reader = new ConfigSectionReader(_problems, pattern: null);
            return new(fileName, new() { Parameters = reader.ReadParameters(root, ConfigKeys.All) }, []);
        }
        var general = new ConfigSectionReader(_problems, pattern: null).Read(root, ConfigKeys.All);
        return new(fileName, general, [.. ReadPaths(root[ConfigKeys.Paths])])
        {
            Format = ReadFormat(root[ConfigKeys.Format]),
            WarningsAsErrors = ReadFlag(root[ConfigKeys.WarningsAsErrors]),
        };
    }

    private IEnumerable<(string Pattern, ConfigSection Section)> ReadPaths(Node? paths)
    {
        if (paths is null) yield break;
        if (paths is not ObjectNode patterns)
        {
            _problems.Add(paths.Path, "The value of paths must be an object.", "Write patterns such as 'stacks/prod/**' with settings.");
            yield break;
        }
        foreach (var (pattern, settings) in patterns)
        {
            if (pattern.Length == 0 || pattern[0] == '/' || pattern.StartsWith("../", StringComparison.Ordinal))
            {
                _problems.Add(
                    settings.Path, $"The pattern \"{pattern}\" matches no template.",
                    "Write it relative to the folder of this file, without a slash or .. at its beginning.");
            }
            else if (settings is ObjectNode section)
                yield return (WithoutDot(pattern), new ConfigSectionReader(_problems, pattern).Read(section, ConfigKeys.OfSection));
            else
                _problems.Add(settings.Path, $"The settings of {pattern} must be an object.", "Write keys such as parameters below.");
        }
    }

    private static string WithoutDot(string pattern) => pattern.StartsWith("./", StringComparison.Ordinal) ? pattern[2..] : pattern;

    private ConfigValue<string>? ReadFormat(Node? value)
    {
        if (value is null) return null;
        if (value.Text is { } text && ConfigKeys.Formats.Contains(text)) return new(text, _problems.PlaceOf(value, null));
        var nearest = value.Text is { } wrong ? NearestName.Find(wrong, ConfigKeys.Formats) : null;
        _problems.Add(
            value.Path, "The value of format is not a format.",
            nearest is null ? $"Accepted: {string.Join(", ", ConfigKeys.Formats)}." : $"Did you mean {nearest}?");
        return null;
    }

    private ConfigValue<bool>? ReadFlag(Node? value)
    {
        if (value is null) return null;
        if ((value as ScalarNode)?.Spelling is "true" or "false")
            return new(((ScalarNode)value).Spelling == "true", _problems.PlaceOf(value, null));
        _problems.Add(value.Path, "The value of warningsAsErrors must be true or false.", "Write one of these.");
        return null;
    }
}
