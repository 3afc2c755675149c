using System.Text.Json;

namespace Macro.Cli.Formatting;

/// <summary>
/// A JSON document with one list that is written item by item, so that it need not fit into memory. The other members may be counted
/// meanwhile if they come after the list.
/// </summary>
/// <param name="print">Receives the parts of the text.</param>
/// <param name="document">Writes the document; it calls <see cref="WriteList"/> where the list is.</param>
/// <param name="indentation">The number of spaces before each item.</param>
internal sealed class StreamedJson(Action<string> print, Action<Utf8JsonWriter> document, int indentation)
{
    private const string Items = "@@items@@";
    private bool _hasItems;

    /// <summary>Writes the place of the list.</summary>
    public static void WriteList(Utf8JsonWriter json) => json.WriteStringValue(Items);

    /// <summary>Writes what comes before the list.</summary>
    public void Begin() => print(Parts()[0].TrimEnd());

    /// <summary>Writes an item of the list.</summary>
    public void Add(Action<Utf8JsonWriter> item)
    {
        var text = JsonFormat.WriteIndented(item).TrimEnd('\n');
        var margin = "\n" + new string(' ', indentation);
        print((_hasItems ? "," : "") + margin + text.Replace("\n", margin, StringComparison.Ordinal));
        _hasItems = true;
    }

    /// <summary>Writes what comes after the list.</summary>
    public void End() => print(Parts()[1]);

    private string[] Parts() => JsonFormat.WriteIndented(document).Split($"\"{Items}\"");
}
