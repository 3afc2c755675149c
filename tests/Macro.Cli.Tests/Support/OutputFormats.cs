using System.CommandLine.Completions;
using Macro.Cli.Hosting;

namespace Macro.Cli.Tests.Support;

/// <summary>The formats that the commands accept, as the command line itself declares them.</summary>
internal static class OutputFormats
{
    /// <summary>The formats that are not JSON.</summary>
    private static readonly string[] Texts = ["text", "markdown", "github", "junit"];

    /// <summary>The schema of each format that is JSON. What has no file here is a JSON Schema itself, or has an official schema.</summary>
    public static readonly IReadOnlyDictionary<(string Command, string Format), string?> Schemas =
        new Dictionary<(string Command, string Format), string?>
        {
            [("diff", "json")] = "diff.schema.json",
            [("validate", "json")] = "validate.schema.json",
            [("validate", "gitlab")] = "code-quality.schema.json",
            [("validate", "sarif")] = null,
            [("instrument", "json")] = "plan.schema.json",
            [("uninstrument", "json")] = "plan.schema.json",
            [("apply", "json")] = "plan.schema.json",
            [("status", "json")] = "status.schema.json",
            [("layers", "json")] = "layers.schema.json",
            [("config", "json")] = "settings.schema.json",
            [("config", "schema")] = null,
            [("parameters", "schema")] = null,
        };

    /// <summary>Every command that has the option <c>--format</c>, with each of its formats.</summary>
    public static IReadOnlyList<(string Command, string Format)> All { get; } =
    [
        .. from command in MacroCommand.CreateRoot(Host).Subcommands
           from option in command.Options
           where option.Name == "--format"
           from format in option.GetCompletions(CompletionContext.Empty)
           select (command.Name, format.Label),
    ];

    /// <summary>Whether a format is JSON.</summary>
    public static bool IsJson(string format) => !Texts.Contains(format);

    /// <summary>The schema in docs of a format; null for none.</summary>
    public static string? SchemaOf(string command, string format) => Schemas.GetValueOrDefault((command, format));

    private static CommandHost Host => new(Stream.Null, Stream.Null, TextWriter.Null, new Dictionary<string, string>());
}
