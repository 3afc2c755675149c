using Macro.Cli.Templates;
using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Cli.Preview;

/// <summary>
/// Reads the definitions of state machines that a template names as local files, which <c>sam deploy</c> and
/// <c>aws cloudformation package</c> upload. Reads only small regular files in the template's folder and below, and follows no links.
/// </summary>
internal static class LocalDefinitions
{
    /// <summary>The maximum size of a definition, as Step Functions limits it.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html</remarks>
    private const int MaxBytes = 1 << 20;
    private const int MaxFiles = 100;
    private static readonly string[] FileProperties = ["DefinitionUri", "DefinitionS3Location"];

    /// <summary>Reads the files; those that cannot be read are left out.</summary>
    /// <param name="template">The template.</param>
    /// <param name="fileName">The template's file; <c>-</c> for standard input, which has no folder.</param>
    /// <returns>The definitions by logical id.</returns>
    public static IReadOnlyDictionary<string, DefinitionFile> Read(ObjectNode template, string fileName)
    {
        var files = new Dictionary<string, DefinitionFile>();
        if (fileName == "-" || template["Resources"u8] is not ObjectNode resources) return files;
        var folder = Path.GetDirectoryName(Path.GetFullPath(fileName))!;
        foreach (var (logicalId, node) in resources)
        {
            if (files.Count == MaxFiles) break;
            if (Location(node) is { } location && Find(folder, location) is { } file && Parse(file) is { } json)
                files[logicalId] = new DefinitionFile(location, json);
        }
        return files;
    }

    private static string? Location(Node node)
    {
        if (node is not ObjectNode resource || resource["Properties"u8] is not ObjectNode properties) return null;
        if (resource["Type"u8]?.Text is not (ResourceTypes.StateMachine or ResourceTypes.ServerlessStateMachine)) return null;
        var include = Intrinsic.Argument(properties["Definition"u8], "Fn::Transform"u8) as ObjectNode;
        return Array.Find(FileProperties, name => properties[name] is not null) is { } property ? properties[property]!.Text
            : include?["Name"u8]?.Text == "AWS::Include" ? (include["Parameters"u8] as ObjectNode)?["Location"u8]?.Text
            : null;
    }

    /// <summary>Finds a file in the folder or below; null if it is elsewhere, behind a link, too large, or not a regular file.</summary>
    private static FileInfo? Find(string folder, string location)
    {
        if (location.Length == 0 || location.Contains('\0') || location.Contains("://", StringComparison.Ordinal)) return null;
        if (Path.IsPathRooted(location)) return null;
        var relative = Path.GetRelativePath(folder, Path.GetFullPath(location, folder));
        if (Path.IsPathRooted(relative)) return null;
        var path = folder;
        foreach (var name in relative.Split(Path.DirectorySeparatorChar))
        {
            if (name == "..") return null;
            path = Path.Join(path, name);
            if (new FileInfo(path).LinkTarget is not null) return null;
        }
        // Pipes, devices and sockets have no length.
        return new FileInfo(path) is { Exists: true, Length: > 0 and <= MaxBytes } file ? file : null;
    }

    private static ReadOnlyMemory<byte>? Parse(FileInfo file)
    {
        try
        {
            using var stream = file.OpenRead();
            var bytes = new byte[file.Length];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return TemplateFile.Read(bytes.AsMemory(0, length), file.Name).Json;
        }
        catch (Exception exception) when (TemplateInput.IsAtFault(exception))
        {
            return null;
        }
    }
}
