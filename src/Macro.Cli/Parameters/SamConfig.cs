using Macro.Cli.Parameters.Toml;

namespace Macro.Cli.Parameters;

/// <summary>Reads <c>samconfig.toml</c> as <c>sam deploy</c> does.</summary>
internal static class SamConfig
{
    /// <summary>The SAM CLI's default environment.</summary>
    private const string EnvironmentName = "default";

    private const string Key = "parameter_overrides";

    /// <summary>The commands whose parameters a deployment reads, in the order of precedence.</summary>
    private static readonly string[] Commands = ["deploy", "global"];

    /// <summary>The value of <c>parameter_overrides</c>: one text, or the items of a list.</summary>
    /// <exception cref="FormatException">The value is missing or not a string or list of strings, or the text is not TOML.</exception>
    public static IReadOnlyList<string> ParameterOverrides(string text)
    {
        var environment = TomlParser.Parse(text)[EnvironmentName] as TomlTable;
        var found = Commands
            .Select(command => ((environment?[command] as TomlTable)?["parameters"] as TomlTable)?[Key])
            .FirstOrDefault(value => value is not null);
        return found switch
        {
            TomlString single => [single.Text],
            TomlArray list when list.Items.All(item => item is TomlString) => [.. list.Items.Cast<TomlString>().Select(item => item.Text)],
            null => throw new FormatException($"it has no {Key} in {string.Join(" or ", Commands.Select(TableName))}"),
            _ => throw new FormatException($"its {Key} must be a string or a list of strings"),
        };
    }

    private static string TableName(string command) => $"[{EnvironmentName}.{command}.parameters]";
}
