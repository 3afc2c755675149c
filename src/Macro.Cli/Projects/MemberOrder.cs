using System.Buffers;
using System.Text.Json;
using Macro.Cli.Formatting;

namespace Macro.Cli.Projects;

/// <summary>The order of the members of a template.</summary>
internal static class MemberOrder
{
    /// <summary>The sections that come before <c>Transform</c>.</summary>
    private static readonly string[] Header = ["AWSTemplateFormatVersion", "Description"];

    /// <summary>Moves a <c>Transform</c> that is at the end of a template up, after the header.</summary>
    public static ReadOnlyMemory<byte> MoveTransformUp(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = JsonFormat.Compact.MaxDepth });
        var members = document.RootElement.EnumerateObject().ToList();
        if (members[^1].Name != "Transform") return json;
        var at = members.FindLastIndex(member => Header.Contains(member.Name)) + 1;
        members.Insert(at, members[^1]);
        members.RemoveAt(members.Count - 1);
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, JsonFormat.Compact))
        {
            writer.WriteStartObject();
            foreach (var member in members) member.WriteTo(writer);
            writer.WriteEndObject();
        }
        return output.WrittenMemory;
    }
}
