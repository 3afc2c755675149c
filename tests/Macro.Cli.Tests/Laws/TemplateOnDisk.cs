using System.Text;
using Macro.Cli.Tests.Support;
using Macro.Cli.Yaml;
using Macro.Core.Tests.Laws.Cases;

namespace Macro.Cli.Tests.Laws;

/// <summary>A generated template as a file that lists the macro, with a secret as the value of its <c>NoEcho</c> parameter.</summary>
/// <param name="Template">The template and settings.</param>
/// <param name="Password">JSON text, without its quotes, of the parameter's value.</param>
/// <param name="IsGiven">Whether the command line gives the value; otherwise it is the default.</param>
internal sealed record TemplateOnDisk(TemplateCase Template, string Password, bool IsGiven)
{
    /// <summary>Parameters that take any text, and so may refer to a secret.</summary>
    public static readonly string[] Revealing =
    [
        "service", "env", "version", "tags", "gitData", "logLevel", "coldStartTraceSkipLibs", "layersAccountId", "llmObsMlApp",
        "extensionLayerArn",
    ];

    private string Transform => $$"""[{"Name":"DatadogServerless","Parameters":{{Template.Params}}}]""";

    private string Text
    {
        get
        {
            var fragment = (Template with { Style = 0, Sections = [("Transform", Transform), .. Template.Sections] }).Fragment;
            return IsGiven ? fragment : fragment.Replace("hunter2-default", Password, StringComparison.Ordinal);
        }
    }

    /// <summary>Whether the file is YAML, where each line has a copy that is commented out.</summary>
    public bool IsYaml { get; init; }

    private string FileText => IsYaml ? WithComments(CloudFormationYaml.Write(Encoding.UTF8.GetBytes(Text))) : Text;

    /// <summary>Text in block scalars has no comments, so a template with one is left as it is.</summary>
    private static string WithComments(string yaml)
    {
        var lines = yaml.Split('\n');
        var hasBlocks = lines.Any(line => line.Split(' ')[^1] is ['|' or '>', ..]);
        return hasBlocks ? yaml : string.Join('\n', lines.SelectMany(WithComment));

        static string[] WithComment(string line) => line.Contains(": ", StringComparison.Ordinal)
            ? [$"{line[..^line.TrimStart().Length]}# {line.TrimStart()}", line]
            : [line];
    }

    public CliRun Run(params string[] arguments)
    {
        string[] values =
        [
            .. IsGiven ? (string[])["--parameter", $"Password={Password.Replace("\\\"", "\"", StringComparison.Ordinal)}"] : [],
            "--parameter", "Unknown=plain", "--parameter", "Given=python3.12", "--parameter", "ListUnknown=a,b",
        ];
        return CliRun.Of(
            FileText,
            Template.Process.ToDictionary(variable => variable.Name, variable => variable.Value),
            [arguments[0], "-", .. arguments[1..], .. values, "--defaults-from-environment"]);
    }

    public void ShouldBeMasked(params string[] arguments)
    {
        var run = Run(arguments);

        run.Error.ShouldNotContain("internal");
        (run.Output + run.Error).ShouldNotShow(Marker.Secret);
    }

    public override string ToString() =>
        $"{FileText}\nwith {Password}, given: {IsGiven}, in a process with {string.Join(' ', Template.Settings.Process)}";
}
