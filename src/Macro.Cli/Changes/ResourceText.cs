using System.Text;
using Macro.Cli.Templates;
using Macro.Cli.Yaml;
using Macro.Core.Pipeline;

namespace Macro.Cli.Changes;

/// <summary>Writes masked resource bodies as text: in the lines of the author where the file has them, otherwise as YAML.</summary>
/// <param name="file">The template.</param>
/// <param name="secrets">Texts that may not be shown, not in comments either.</param>
internal sealed class ResourceText(TemplateFile file, Secrets? secrets)
{
    /// <summary>The resource before and after the transform; after is empty when the resource is removed.</summary>
    public (string Before, string After) Of(ResourceChange resource) =>
        (Write(resource.LogicalId, resource.Json.Before), Write(resource.LogicalId, resource.Json.After));

    /// <summary>An added resource.</summary>
    public static string Of(ResourceAddition resource) => Yaml(resource.Json);

    private string Write(string logicalId, ReadOnlyMemory<byte> json)
    {
        if (json.IsEmpty) return "";
        try
        {
            return file.WriteResource(logicalId, json) is { } text ? CommentMask.Apply(text, secrets) : Yaml(json);
        }
        catch (InvalidOperationException)
        {
            return Yaml(json);
        }
    }

    private static string Yaml(ReadOnlyMemory<byte> json)
    {
        try
        {
            return CloudFormationYaml.Write(json);
        }
        catch (InvalidOperationException)
        {
            // JSON can escape a lone surrogate, which YAML cannot represent.
            return Encoding.UTF8.GetString(json.Span);
        }
    }
}
