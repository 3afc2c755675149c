using Macro.Cli.Templates.Reading;
using Macro.Core.Configuration;
using Macro.Json;

namespace Macro.Cli.Parameters;

/// <summary>Reads <c>samconfig.toml</c> or <c>samconfig.yaml</c> as <c>sam deploy</c> does.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-config.html
/// </remarks>
internal static class SamConfig
{
    /// <summary>The SAM CLI's default environment.</summary>
    public const string DefaultEnvironment = "default";

    /// <summary>The names of the file, in the order of precedence.</summary>
    private static readonly string[] FileNames = ["samconfig.toml", "samconfig.yaml", "samconfig.yml"];

    /// <summary>The commands whose parameters a deployment reads, in the order of precedence.</summary>
    private static readonly string[] Commands = ["deploy", "global"];

    /// <summary>Returns the configuration in the folder of a template; null when there is none, or for standard input.</summary>
    public static string? FindBeside(string template)
    {
        if (template == "-") return null;
        var folder = Path.GetDirectoryName(template) ?? "";
        return FileNames.Select(name => Path.Join(folder, name)).FirstOrDefault(File.Exists);
    }

    /// <summary>Reads the configuration beside a template. Without the default environment in it, there are no values.</summary>
    /// <exception cref="TemplateFileException">The file is malformed, or has no environment of this name.</exception>
    /// <exception cref="IOException">The file cannot be read, or there is none and an environment is given.</exception>
    public static DeploymentValues ReadBeside(string template, string? environment)
    {
        if (FindBeside(template) is { } fileName) return ParameterFile.Read(fileName, environment);
        return environment is null ? DeploymentValues.None
            : throw new FileNotFoundException($"{template} has no {FileNames[0]} beside it for --config-env {environment}.");
    }

    /// <summary>Reads the values of an environment.</summary>
    /// <exception cref="TemplateFileException">There is no such environment, or a value has another type.</exception>
    public static DeploymentValues Read(ParameterDocument document, string environment)
    {
        if (document.Root is not ObjectNode root || root[environment] is not ObjectNode tables)
        {
            if (environment == DefaultEnvironment) return DeploymentValues.None;
            throw document.Error(JsonPath.Root, $"The file has no environment {environment}.", Suggestion(document.Root, environment));
        }
        var sections = Commands.Select(command => (tables[command] as ObjectNode)?["parameters"u8]).OfType<ObjectNode>().ToList();
        return new(Overrides(Find("parameter_overrides"), document)) { Region = Text("region"), StackName = Text("stack_name") };

        Node? Find(string key) => sections.Select(section => section[key]).FirstOrDefault(value => value is not null);

        string? Text(string key) => Find(key) is not { } value ? null
            : value.Text ?? throw document.Error(value.Path, $"The value of {key} must be a string.", "Put it in quotes.");
    }

    private static IReadOnlyDictionary<string, string> Overrides(Node? value, ParameterDocument document) => value switch
    {
        null => DeploymentValues.None.Parameters,
        ArrayNode list => ParameterFile.ReadList(list, document),
        ObjectNode map => ParameterFile.ReadMap(map, document),
        _ => ParameterFile.ReadPairs(value, document),
    };

    private static string Suggestion(Node root, string environment)
    {
        var names = (root as ObjectNode ?? []).Where(member => member.Value is ObjectNode).Select(member => member.Key).ToList();
        if (names.Count == 0) return "Add one, as sam deploy --guided does.";
        return NearestName.Find(environment, names) is { } nearest ? $"Did you mean {nearest}?" : $"It has {string.Join(", ", names)}.";
    }
}
