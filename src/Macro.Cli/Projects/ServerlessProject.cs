using Macro.Cli.Preview;
using Macro.Json;

namespace Macro.Cli.Projects;

/// <summary>
/// A service of the Serverless Framework: <c>resources.Transform</c>, and a mapping with the parameters, since the framework's
/// <c>Transform</c> takes names only.
/// </summary>
internal static class ServerlessProject
{
    private const string Remedy = "Add Transform and Mappings.Datadog by hand; docs/start/serverless-framework.md shows them.";

    /// <summary>Plans the edit of <c>serverless.yml</c>.</summary>
    /// <exception cref="ProjectException">The file cannot be edited safely.</exception>
    public static ProjectPlan Plan(string fileName, ReadOnlyMemory<byte> bytes, ProjectSettings settings) =>
        new("Serverless Framework service", fileName)
        {
            Before = bytes,
            After = FileEdit.Apply(bytes, fileName, root => Add(root, settings)),
            Next =
            [
                "npx serverless package",
                "macro diff .serverless/cloudformation-template-update-stack.json",
                "npx serverless deploy",
            ],
        };

    private static JsonPath? Add(ObjectNode root, ProjectSettings settings)
    {
        switch (root["resources"u8])
        {
            case null:
                root["resources"] = Resources(settings);
                return JsonPath.Root;
            case ScalarNode { Spelling: null }:
                root["resources"] = Resources(settings);
                return JsonPath.Create("resources");
            case ArrayNode list when list.OfType<ObjectNode>().Any(part => TemplateProject.Lists(part["Transform"u8])):
                return null;
            case ArrayNode list:
                list.Add(Resources(settings));
                return JsonPath.Root;
            case ObjectNode resources when TemplateProject.Lists(resources["Transform"u8]):
                return null;
            case ObjectNode resources:
                return AddTo(resources, settings);
            default:
                throw new ProjectException("resources is an expression.", Remedy);
        }
    }

    private static JsonPath AddTo(ObjectNode resources, ProjectSettings settings)
    {
        var transform = resources["Transform"u8];
        if (transform is ArrayNode list) list.Add(PreviewOptions.DefaultMacroName);
        else resources["Transform"] = transform is null ? Names() : ArrayNode.From([transform.Detach(), PreviewOptions.DefaultMacroName]);
        if (resources["Mappings"u8] is null) resources["Mappings"] = Mappings(settings);
        else if (resources["Mappings"u8] is not ObjectNode mappings)
            throw new ProjectException("resources.Mappings is an expression.", Remedy);
        else if (mappings["Datadog"u8] is null) mappings["Datadog"] = new ObjectNode { { "Parameters", settings.ToNode(areTexts: true) } };
        return transform is null ? JsonPath.Root : JsonPath.Create("resources", "Transform");
    }

    private static ObjectNode Resources(ProjectSettings settings) => new() { { "Transform", Names() }, { "Mappings", Mappings(settings) } };

    private static ArrayNode Names() => ArrayNode.From([PreviewOptions.DefaultMacroName]);

    private static ObjectNode Mappings(ProjectSettings settings) =>
        new() { { "Datadog", new ObjectNode { { "Parameters", settings.ToNode(areTexts: true) } } } };
}
