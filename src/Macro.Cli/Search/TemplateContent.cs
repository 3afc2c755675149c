using Macro.Cli.Templates;
using Macro.Cli.Templates.Reading;
using Macro.Json;

namespace Macro.Cli.Search;

/// <summary>Tells CloudFormation templates from other YAML and JSON files.</summary>
internal static class TemplateContent
{
    /// <summary>
    /// Whether a file has words of a template and does not begin as a list. Other files are not read further, so that only broken templates
    /// are reported.
    /// </summary>
    public static bool HasItsWords(ReadOnlySpan<byte> text) =>
        text.TrimStart(" \t\r\n"u8) is not ([(byte)'[', ..] or [(byte)'-', (byte)' ', ..])
        && text.IndexOf("Resources"u8) >= 0 && (text.IndexOf("AWS::"u8) >= 0 || text.IndexOf("Transform"u8) >= 0);

    /// <summary>
    /// Whether a file is a template: it has an <c>AWSTemplateFormatVersion</c>, or a <c>Resources</c> object with at least one <c>Type</c>
    /// or with a loop that creates resources. True if a duplicate key makes it unclear, so that the key is reported.
    /// </summary>
    public static bool IsTemplate(TemplateFile file)
    {
        using var index = JsonIndex.Read(file.Json, FileLimits.MaxDepth);
        try
        {
            if (Node.Create(index.Root) is not ObjectNode root) return false;
            return root.Contains("AWSTemplateFormatVersion"u8) || root["Resources"u8] is ObjectNode resources && resources.Any(IsResource);
        }
        catch (DuplicateKeyException)
        {
            return true;
        }
    }

    private static bool IsResource(KeyValuePair<string, Node> member) => member.Value is ObjectNode body
        ? body["Type"u8]?.Text is not null
        : member.Value is ArrayNode && member.Key.StartsWith("Fn::ForEach", StringComparison.Ordinal);
}
