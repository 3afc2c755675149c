using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Macro.Core.Tests.Laws.Cases;

/// <summary>JSON that can be changed anywhere, into what no library would write; names and scalars are as they are spelled.</summary>
internal sealed class JsonTree
{
    private JsonTree(char open, string text) => (Open, Text) = (open, text);

    /// <summary>The opening bracket; none for a scalar.</summary>
    public char Open { get; private set; }

    /// <summary>The text of a scalar.</summary>
    public string Text { get; private set; }

    public List<(string Name, JsonTree Value)> Members { get; } = [];

    public static JsonTree Raw(string json) => new('\0', json);

    public static JsonTree Read(JsonElement element)
    {
        var tree = element.ValueKind switch
        {
            JsonValueKind.Object => new JsonTree('{', ""),
            JsonValueKind.Array => new JsonTree('[', ""),
            _ => Raw(element.GetRawText()),
        };
        if (tree.Open == '{') tree.Members.AddRange(element.EnumerateObject().Select(member => (Name(member), Read(member.Value))));
        if (tree.Open == '[') tree.Members.AddRange(element.EnumerateArray().Select(item => ("", Read(item))));
        return tree;
    }

    /// <summary>Puts any JSON in the place of this value.</summary>
    public void Become(string json)
    {
        (Open, Text) = ('\0', json);
        Members.Clear();
    }

    /// <summary>This value and all that is in it.</summary>
    public IEnumerable<JsonTree> All => Members.SelectMany(member => member.Value.All).Prepend(this);

    /// <summary>The text: 0 on one line, 1 with spaces, 2 indented.</summary>
    public string Written(int style, int depth = 0)
    {
        if (Open == '\0') return Text;
        var (before, end, colon) = style switch
        {
            0 => ("", "", ":"),
            1 => (" ", " ", " : "),
            _ => ("\n" + new string(' ', 2 * depth + 2), Members.Count == 0 ? "" : "\n" + new string(' ', 2 * depth), ": "),
        };
        var items = Members.Select(
            member => before + (Open == '{' ? $"\"{member.Name}\"{colon}" : "") + member.Value.Written(style, depth + 1));
        return Open + string.Join(',', items) + end + (Open == '{' ? '}' : ']');
    }

    private static string Name(JsonProperty member) => Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(member));
}
