using System.Text;
using System.Text.Json;
using Macro.CloudFormation.Protocol;
using Macro.Json;

namespace Macro.Core.StepFunctions.Definitions;

/// <summary>Edits a definition that is a text: parses it, edits it, and writes it in its original form.</summary>
internal static class DefinitionText
{
    private const string WhiteSpace = " \t\r\n";

    /// <summary>Edits the text.</summary>
    /// <param name="form">The form of the text.</param>
    /// <param name="node">The value in the template.</param>
    /// <param name="property">The property of the state machine that holds it.</param>
    /// <param name="edit">Edits the parsed definition.</param>
    /// <param name="unreadable">Called with the reason when the text cannot be parsed or written.</param>
    /// <returns>The value; <paramref name="node"/> itself when nothing was edited.</returns>
    public static Node Edit(TextForm form, Node node, string property, Action<Definition> edit, Action<string> unreadable)
    {
        if (Placeholders.Create([.. form.Read()]) is not { } text)
        {
            unreadable("it contains every character from U+3400 to U+4DBF");
            return node;
        }
        try
        {
            using var index = JsonIndex.Read(Encoding.UTF8.GetBytes(text.Json), MacroRequest.MaxDepth);
            if (Node.Create(index.Root) is ObjectNode root)
            {
                edit(new Definition(root, value => value.Text is { } piece ? [.. text.Cut(piece)] : null, text, property));
                if (!root.IsEdited) return node;
                var edited = Around(text.Json, root.ToString());
                if (!JsonDepth.IsDeeper(Encoding.UTF8.GetBytes(edited), MacroRequest.MaxDepth)) return form.Write([.. text.Cut(edited)]);
                unreadable($"it is nested more than {MacroRequest.MaxDepth} levels deep");
            }
            else
            {
                unreadable("it is not a JSON object");
            }
        }
        catch (JsonException exception)
        {
            unreadable($"it is not valid JSON at line {exception.LineNumber + 1}, character {Column(text, exception)}");
        }
        catch (DuplicateKeyException exception)
        {
            unreadable($"duplicate key {exception.Key} in {(exception.Path.IsRoot ? "its root" : exception.Path)}");
        }
        return node;
    }

    /// <summary>The edited value between the white space around the original one, such as the line break at the end of a file.</summary>
    private static string Around(string original, string edited)
    {
        var start = original.Length - original.AsSpan().TrimStart(WhiteSpace).Length;
        return $"{original.AsSpan(0, start)}{edited}{original.AsSpan(original.AsSpan().TrimEnd(WhiteSpace).Length)}";
    }

    /// <summary>The position of the error in its line, not counting intrinsic functions between strings.</summary>
    private static int Column(Placeholders text, JsonException exception)
    {
        var line = Encoding.UTF8.GetBytes(text.Json.Split('\n')[(int)(exception.LineNumber ?? 0)]);
        var before = Encoding.UTF8.GetString(line, 0, Math.Min(line.Length, (int)(exception.BytePositionInLine ?? 0)));
        return text.Show(before).Length + 1;
    }
}
