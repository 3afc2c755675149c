using System.Text;
using System.Text.Json;
using Macro.Cli.Formatting;
using Macro.Json;

namespace Macro.Cli.Projects;

/// <summary>A Chalice application: a template that <c>chalice package</c> merges into its own.</summary>
internal static class ChaliceProject
{
    /// <summary>The file that is merged, beside the folder <c>.chalice</c>.</summary>
    public const string MergeFile = "datadog.json";

    /// <summary>Plans the merge template.</summary>
    /// <param name="folder">The folder of the application.</param>
    /// <param name="existing">The content of the file; null when it does not exist.</param>
    /// <param name="settings">The parameters.</param>
    /// <exception cref="ProjectException">There is another file of this name.</exception>
    public static ProjectPlan Plan(string folder, ReadOnlyMemory<byte>? existing, ProjectSettings settings)
    {
        var fileName = Path.Join(folder, MergeFile);
        ReadOnlyMemory<byte>? after = existing is { } bytes
            ? FileEdit.Apply(bytes, fileName, root => TemplateProject.Lists(root["Transform"u8]) ? null : throw new ProjectException(
                "It exists, and does not list the macro.", "Rename it, or add the macro to its Transform."))
            : Encoding.UTF8.GetBytes(Write(settings));
        return new("Chalice application", fileName)
        {
            Before = existing,
            After = after,
            Next = [$"chalice package --merge-template {MergeFile} out", "macro diff out/sam.json"],
        };
    }

    private static string Write(ProjectSettings settings)
    {
        var template = new ObjectNode
        {
            { "Transform", ArrayNode.From(["AWS::Serverless-2016-10-31", TemplateProject.Entry(settings)]) },
        };
        using var output = new Utf8Buffer();
        template.WriteTo(output);
        using var document = JsonDocument.Parse(output.Written.ToArray());
        return JsonFormat.WriteIndented(document.RootElement.WriteTo);
    }
}
