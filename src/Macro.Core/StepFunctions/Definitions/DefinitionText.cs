using System.Text;
using System.Text.Json;
using Macro.CloudFormation.Protocol;
using Macro.Json;

namespace Macro.Core.StepFunctions.Definitions;

/// <summary>Edits a definition that is a text: it is parsed, edited, and written in the form that it came in.</summary>
internal static class DefinitionText
{
    /// <summary>Edits the text.</summary>
    /// <param name="form">The form of the text.</param>
    /// <param name="node">The value as the template has it.</param>
    /// <param name="property">The property of the state machine that holds it.</param>
    /// <param name="edit">Edits the parsed definition.</param>
    /// <param name="unreadable">Is told why there is none.</param>
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
                edit(new Definition(root, value => value.Text is { } piece ? [.. text.Cut(piece)] : null, text.Show, property));
                if (!root.IsEdited) return node;
                var edited = root.ToString();
                if (!JsonDepth.IsDeeper(Encoding.UTF8.GetBytes(edited), MacroRequest.MaxDepth)) return form.Write([.. text.Cut(edited)]);
                unreadable($"it is nested more than {MacroRequest.MaxDepth} levels deep");
            }
            else
            {
                unreadable("it is not a JSON object");
            }
        }
        catch (JsonException fault)
        {
            unreadable($"it is not valid JSON at line {fault.LineNumber + 1}, character {Column(text, fault)}");
        }
        catch (DuplicateKeyException fault)
        {
            unreadable($"duplicate key {fault.Key} in {(fault.Path.IsRoot ? "its root" : fault.Path)}");
        }
        return node;
    }

    /// <summary>The character in the line, where intrinsic functions between strings count nothing.</summary>
    private static int Column(Placeholders text, JsonException fault)
    {
        var line = Encoding.UTF8.GetBytes(text.Json.Split('\n')[(int)(fault.LineNumber ?? 0)]);
        var before = Encoding.UTF8.GetString(line, 0, Math.Min(line.Length, (int)(fault.BytePositionInLine ?? 0)));
        return text.Show(before).Length + 1;
    }
}
