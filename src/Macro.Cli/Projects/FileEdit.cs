using System.Text;
using Macro.Cli.Templates;
using Macro.Cli.Templates.Reading;
using Macro.Json;

namespace Macro.Cli.Projects;

/// <summary>Edits a YAML or JSON file so that all other lines stay as they are.</summary>
internal static class FileEdit
{
    private const string Remedy = "Add the macro by hand; the pages below docs/start show how.";

    /// <summary>Edits a file.</summary>
    /// <param name="bytes">The content.</param>
    /// <param name="fileName">The name of the file.</param>
    /// <param name="edit">Edits the root. Returns the value that may be written anew (the root for none), or null for no edit.</param>
    /// <returns>The new content; null when there is no edit.</returns>
    /// <exception cref="TemplateFileException">The file cannot be read.</exception>
    /// <exception cref="ProjectException">The edit would change other lines.</exception>
    public static ReadOnlyMemory<byte>? Apply(ReadOnlyMemory<byte> bytes, string fileName, Func<ObjectNode, JsonPath?> edit)
    {
        var file = TemplateFile.Read(bytes, fileName);
        try
        {
            using var index = JsonIndex.Read(file.Json, FileLimits.MaxDepth);
            var root = (ObjectNode)Node.Create(index.Root);
            if (edit(root) is not { } rewritten) return null;
            using var output = new Utf8Buffer();
            root.WriteTo(output);
            var json = output.Written.ToArray();
            // What is written into JSON keeps every other byte.
            if (file is JsonTemplateFile) return file.Write(json);
            var after = file.Write(MemberOrder.MoveTransformUp(json));
            CheckLines(file, bytes, after, rewritten);
            return after;
        }
        catch (DuplicateKeyException exception)
        {
            throw new ProjectException($"Duplicate key {exception.Key}.", "Remove all but one of them.");
        }
    }

    /// <summary>Checks that each line of the file is still there, except those of an edited value that is written anew.</summary>
    private static void CheckLines(
        TemplateFile file, ReadOnlyMemory<byte> bytes, ReadOnlyMemory<byte> after, JsonPath rewritten)
    {
        var (before, now) = (Encoding.UTF8.GetString(bytes.Span).Split('\n'), Encoding.UTF8.GetString(after.Span).Split('\n'));
        var first = rewritten.IsRoot ? before.Length : file.Locate(rewritten).Line - 1;
        var last = first + IndentedLinesAfter(before, first);
        var kept = 0;
        for (var i = 0; i < before.Length; i++)
        {
            var next = Array.FindIndex(now, kept, line => Trimmed(line) == Trimmed(before[i]));
            if (next >= 0) kept = next + 1;
            else if (i < first || i > last)
                throw new ProjectException($"Adding the macro would change line {i + 1}, too.", Remedy);
        }

        // A last line may get a line break or a comma.
        static string Trimmed(string line) => line.TrimStart('\uFEFF').TrimEnd('\r', ',', ' ');
    }

    /// <summary>The number of lines after the first one that are indented deeper, or are dashes or blank.</summary>
    private static int IndentedLinesAfter(string[] lines, int first)
    {
        if (first >= lines.Length) return 0;
        var indent = Indent(lines[first]);
        return lines.Skip(first + 1).TakeWhile(IsInside).Count();

        bool IsInside(string line) => line.Trim().Length == 0 || Indent(line) > indent || line.AsSpan(indent).StartsWith("-");

        static int Indent(string line) => line.Length - line.TrimStart(' ').Length;
    }
}
