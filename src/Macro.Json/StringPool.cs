using System.Text;

namespace Macro.Json;

/// <summary>Returns the same string for equal texts of ASCII, for a text that many values have, such as a resource type.</summary>
public sealed class StringPool
{
    /// <summary>The maximum number of strings, since each is compared; further texts get new strings.</summary>
    private const int MaxStrings = 32;

    private readonly List<string> _strings = [];

    /// <summary>Returns the string of a text.</summary>
    internal string Get(ReadOnlySpan<byte> utf8)
    {
        foreach (var known in _strings)
        {
            if (known.Length == utf8.Length && Ascii.Equals(utf8, known)) return known;
        }
        var text = Encoding.UTF8.GetString(utf8);
        if (_strings.Count < MaxStrings && text.Length == utf8.Length) _strings.Add(text);
        return text;
    }
}
