using Macro.Cli.Hosting;
using Macro.Cli.Templates.Reading;
using Macro.Json;

namespace Macro.Cli.Parameters;

/// <summary>Reads template parameters from files of deployment tools.</summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/cli/latest/reference/cloudformation/create-stack.html (<c>--parameters</c>),
/// https://docs.aws.amazon.com/cli/latest/reference/cloudformation/deploy/ (<c>--parameter-overrides</c>),
/// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-config.html
/// </remarks>
internal static class ParameterFile
{
    private const string Remedy =
        """Write a list of {"ParameterKey": …, "ParameterValue": …}, a list of "NAME=VALUE", or an object with Parameters.""";

    /// <summary>Reads a file. A parameter with <c>UsePreviousValue</c> has no value and is left out.</summary>
    /// <param name="fileName">The file.</param>
    /// <param name="environment">The environment of a SAM configuration; null for its default.</param>
    /// <exception cref="TemplateFileException">The file has no supported format; the message has the place and the reason.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static DeploymentValues Read(string fileName, string? environment)
    {
        var document = ParameterDocument.Parse(InputFile.Read(fileName, CancellationToken.None).GetAwaiter().GetResult(), fileName);
        try
        {
            if (document.Root is ArrayNode list) return new(ReadList(list, document));
            if (document.Root is ObjectNode root && root["Parameters"u8] is ObjectNode map) return new(ReadMap(map, document));
            if (Path.GetExtension(fileName).ToUpperInvariant() is ".TOML" or ".YAML" or ".YML")
                return SamConfig.Read(document, environment ?? SamConfig.DefaultEnvironment);
            throw document.Error(JsonPath.Root, "The file has no parameters.", Remedy);
        }
        catch (DuplicateKeyException exception)
        {
            throw document.Error(exception.Path, $"Duplicate key {exception.Key}.", "Remove all but one of them.", exception);
        }
    }

    /// <summary>Reads the values of an object by name.</summary>
    public static Dictionary<string, string> ReadMap(ObjectNode map, ParameterDocument document) =>
        map.ToDictionary(member => member.Key, member => TextOf(member.Value, document));

    /// <summary>Reads <c>NAME=VALUE</c> pairs from a text.</summary>
    public static IReadOnlyDictionary<string, string> ReadPairs(Node text, ParameterDocument document)
    {
        try
        {
            return ParameterOverrides.Parse([TextOf(text, document)]);
        }
        catch (FormatException exception)
        {
            throw document.Error(text.Path, exception.Message, "Write NAME=VALUE, with quotes around a value with spaces.", exception);
        }
    }

    /// <summary>Reads a list of <c>NAME=VALUE</c> pairs, or of objects with name and value. For a repeated name, the last wins.</summary>
    public static Dictionary<string, string> ReadList(ArrayNode list, ParameterDocument document)
    {
        var values = new Dictionary<string, string>();
        foreach (var (name, value) in list.SelectMany(item => ReadItem(item, document))) values[name] = value;
        return values;
    }

    private static IEnumerable<KeyValuePair<string, string>> ReadItem(Node item, ParameterDocument document)
    {
        if (item is not ObjectNode pair) return ReadPairs(item, document);
        if (pair["ParameterKey"u8]?.Text is not { } name) throw document.Error(pair.Path, "The item has no ParameterKey.", Remedy);
        return pair["ParameterValue"u8] is { } value ? [new(name, TextOf(value, document))] : [];
    }

    /// <summary>The text of a value as it is spelled.</summary>
    private static string TextOf(Node value, ParameterDocument document) => (value as ScalarNode)?.Spelling
        ?? throw document.Error(
            value.Path, "The value must be a string, a number or a boolean.", "Write a list as one string, with commas.");
}
