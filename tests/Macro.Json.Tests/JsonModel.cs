using System.Text.Json;

namespace Macro.Json.Tests;

/// <summary>A plain mutable JSON tree, too simple to be wrong, which the overlay is compared with.</summary>
internal sealed class JsonModel
{
    private readonly string _raw;

    private JsonModel(string raw, char open) => (_raw, Open) = (raw, open);

    public char Open { get; }

    public bool IsContainer => Open is not '\0';

    /// <summary>Whether the value is new, or an edit reached it or a value inside it.</summary>
    public bool IsTouched { get; set; } = true;

    public List<string> Names { get; } = [];

    public List<JsonModel> Items { get; } = [];

    public static JsonModel Scalar(string text) => new(text, '\0');

    public static JsonModel Object(IEnumerable<(string Name, JsonModel Value)> members)
    {
        var model = new JsonModel("", '{');
        foreach (var (name, value) in members)
        {
            model.Names.Add(name);
            model.Items.Add(value);
        }
        return model;
    }

    public static JsonModel Array(IEnumerable<JsonModel> items)
    {
        var model = new JsonModel("", '[');
        model.Items.AddRange(items);
        return model;
    }

    /// <summary>The tree of a JSON value: names unescaped, scalars as they are spelled.</summary>
    public static JsonModel Read(JsonElement element)
    {
        var open = element.ValueKind switch { JsonValueKind.Object => '{', JsonValueKind.Array => '[', _ => '\0' };
        var model = new JsonModel(element.GetRawText(), open) { IsTouched = false };
        if (model.Open == '{')
        {
            foreach (var property in element.EnumerateObject())
            {
                model.Names.Add(property.Name);
                model.Items.Add(Read(property.Value));
            }
        }
        else if (model.Open == '[')
        {
            model.Items.AddRange(element.EnumerateArray().Select(Read));
        }
        return model;
    }

    public void Set(string name, JsonModel? value)
    {
        var i = Names.IndexOf(name);
        if (i >= 0 && value is not null)
        {
            Items[i] = value;
        }
        else if (value is not null)
        {
            Names.Add(name);
            Items.Add(value);
        }
        else if (i >= 0)
        {
            Names.RemoveAt(i);
            Items.RemoveAt(i);
        }
    }

    /// <summary>The bytes of every original value that no edit reached, in order.</summary>
    public IEnumerable<string> Untouched() => IsTouched ? Items.SelectMany(item => item.Untouched()) : [_raw];

    /// <summary>The text on one line, with spaces, or indented; names are as they were generated, escapes included.</summary>
    public string Written(int style, int depth = 0)
    {
        if (!IsContainer) return _raw;
        var (line, end) = style switch
        {
            0 => ("", ""),
            1 => (" ", " "),
            _ => ("\n" + new string(' ', 2 * depth + 2), Items.Count == 0 ? "" : "\n" + new string(' ', 2 * depth)),
        };
        var items = Items.Select((item, i) => line + (Open == '{' ? $"\"{Names[i]}\":" : "") + item.Written(style, depth + 1));
        return Open + string.Join(',', items) + end + (Open == '{' ? '}' : ']');
    }

    /// <summary>The text with every name escaped anew.</summary>
    public override string ToString() => !IsContainer ? _raw
        : Open == '[' ? $"[{string.Join(',', Items)}]"
        : "{" + string.Join(',', Items.Select((item, i) => $"{new ScalarNode(Names[i])}:{item}")) + "}";
}
