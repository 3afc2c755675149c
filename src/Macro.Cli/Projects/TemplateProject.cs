using Macro.Cli.Preview;
using Macro.Json;

namespace Macro.Cli.Projects;

/// <summary>A CloudFormation or SAM template: lists the macro under <c>Transform</c>, after all others.</summary>
internal static class TemplateProject
{
    private const string Section = "Transform";

    /// <summary>Plans the edit of a template.</summary>
    /// <exception cref="ProjectException">The template cannot be edited safely.</exception>
    public static ProjectPlan Plan(string fileName, ReadOnlyMemory<byte> bytes, ProjectSettings settings) =>
        new("CloudFormation template", fileName)
        {
            Before = bytes,
            After = FileEdit.Apply(bytes, fileName, root => Add(root, Entry(settings))),
            Next =
            [
                $"macro diff {fileName}",
                $"macro validate {fileName}",
                "macro install, once for each account and region; then deploy with the capability CAPABILITY_AUTO_EXPAND",
            ],
        };

    /// <summary>The entry of the macro with its parameters.</summary>
    public static ObjectNode Entry(ProjectSettings settings) => new()
    {
        { "Name", PreviewOptions.DefaultMacroName },
        { "Parameters", settings.ToNode(areTexts: false) },
    };

    private static JsonPath? Add(ObjectNode root, ObjectNode entry)
    {
        var section = root[Section];
        if (Lists(section)) return null;
        if (section is ArrayNode list) list.Add(entry);
        else root[Section] = section is null or ScalarNode { Spelling: null } ? ArrayNode.From([entry])
            : ArrayNode.From([section.Detach(), entry]);
        return section is null ? JsonPath.Root : JsonPath.Create(Section);
    }

    /// <summary>Whether a section <c>Transform</c> lists the macro.</summary>
    public static bool Lists(Node? section) => section switch
    {
        ArrayNode list => list.Any(Lists),
        ObjectNode entry => entry["Name"u8]?.Text == PreviewOptions.DefaultMacroName,
        _ => section?.Text == PreviewOptions.DefaultMacroName,
    };
}
