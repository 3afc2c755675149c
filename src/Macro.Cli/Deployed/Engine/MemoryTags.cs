using System.Text;
using Macro.Core.Lambda;
using Macro.Core.Pipeline;

namespace Macro.Cli.Deployed.Engine;

/// <summary>
/// The tags that contain what <c>uninstrument</c> cannot know otherwise: an <see cref="InstrumentationMemory"/> in the characters that AWS
/// allows in tags.
/// </summary>
/// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/dg/configuration-tags.html</remarks>
internal static class MemoryTags
{
    private const string Kept = "dd_sls_macro_kept";
    private const string Added = "dd_sls_macro_added";
    private const string Layers = "dd_sls_macro_layers";
    private const string Was = "dd_sls_macro_was";
    private const string TagPrefix = "tag:";
    private const string LayerPrefix = "layer:";
    private const string LogLevel = "Level";
    private const int MaxLength = 256;
    private static readonly string[] Names = [Kept, Added, Layers, Was];

    /// <summary>Names in the tag of the values that the engine stores.</summary>
    private static readonly (string Engine, string Tag)[] ValueNames =
        [(LogLevel, "log-level"), ("IncludeExecutionData", "execution-data"), ("Destinations", "destination")];

    /// <summary>Whether a tag is one of these.</summary>
    public static bool Contains(string key) => Array.Exists(Names, name => key == name
        || key.StartsWith($"{name}_", StringComparison.Ordinal) && int.TryParse(key.AsSpan(name.Length + 1), out _));

    /// <summary>Writes a memory as tags; none for an empty memory.</summary>
    /// <param name="memory">The memory.</param>
    /// <param name="layers">The layers of the instrumented function, whose publisher need not be repeated.</param>
    public static Dictionary<string, string> Write(InstrumentationMemory memory, IReadOnlyList<string> layers)
    {
        var tags = new Dictionary<string, string>();
        Write(tags, Kept, memory.KeptVariables.Order(StringComparer.Ordinal).Select(Escape));
        Write(tags, Added,
        [
            .. memory.AddedVariables.Order(StringComparer.Ordinal).Select(Escape),
            .. memory.AddedTags.Order(StringComparer.Ordinal).Select(key => TagPrefix + Escape(key)),
            .. memory.AddedLayers.Select(arn => LayerPrefix + Escape(arn)),
        ]);
        Write(tags, Layers, memory.PreviousLayers.Select(arn => Escape(Short(arn, layers))));
        Write(tags, Was, memory.PreviousValues.OrderBy(value => value.Key, StringComparer.Ordinal)
            .Select(value => $"{Escape(TagName(value.Key))}={Escape(value.Key == LogLevel ? value.Value.Trim('"') : value.Value)}"));
        return tags;
    }

    /// <summary>Reads the memory of a resource.</summary>
    /// <param name="tags">All tags of the resource.</param>
    /// <param name="layers">The layers of the instrumented function.</param>
    public static InstrumentationMemory Read(IReadOnlyDictionary<string, string> tags, IReadOnlyList<string> layers)
    {
        var memory = new InstrumentationMemory();
        foreach (var name in Words(tags, Kept)) memory.KeptVariables.Add(Unescape(name));
        foreach (var word in Words(tags, Added))
        {
            if (word.StartsWith(TagPrefix, StringComparison.Ordinal)) memory.AddedTags.Add(Unescape(word[TagPrefix.Length..]));
            else if (word.StartsWith(LayerPrefix, StringComparison.Ordinal)) memory.AddedLayers.Add(Unescape(word[LayerPrefix.Length..]));
            else memory.AddedVariables.Add(Unescape(word));
        }
        foreach (var layer in Words(tags, Layers)) memory.PreviousLayers.Add(Long(Unescape(layer), layers));
        foreach (var value in Words(tags, Was))
        {
            if (value.Split('=', 2) is not [var key, var text]) continue;
            var (name, before) = (EngineName(Unescape(key)), Unescape(text));
            // The engine stores the level as JSON.
            memory.PreviousValues[name] = name == LogLevel && before.Length > 0 ? $"\"{before}\"" : before;
        }
        return memory;
    }

    /// <summary>The value of a tag for display: old values of variables are masked.</summary>
    public static string Display(string key, string value, string mask) => !key.StartsWith(Was, StringComparison.Ordinal)
        ? value
        : string.Join(' ', value.Split(' ').Select(word => IsVariable(word) ? $"{word.Split('=')[0]}={mask}" : word));

    // Of the values that the engine stores, only those of variables have names in capital letters.
    private static bool IsVariable(string word) => word.Split('=') is [{ Length: > 0 } name, _] && name.All(c => c is '_'
        || char.IsAsciiLetterUpper(c));

    private static string TagName(string engine) => Array.Find(ValueNames, pair => pair.Engine == engine).Tag ?? engine;

    private static string EngineName(string tag) => Array.Find(ValueNames, pair => pair.Tag == tag).Engine ?? tag;

    /// <summary>
    /// Writes words separated by blanks, in as many tags as their length needs. A tag that ends with a plus sign ends within a word.
    /// </summary>
    private static void Write(Dictionary<string, string> tags, string name, IEnumerable<string> words)
    {
        var texts = new List<string>();
        foreach (var word in words)
        {
            if (texts.Count > 0 && texts[^1].Length + 1 + word.Length <= MaxLength) texts[^1] += $" {word}";
            else texts.AddRange(Pieces(word));
        }
        for (var i = 0; i < texts.Count; i++) tags[i == 0 ? name : $"{name}_{i + 1}"] = texts[i];
    }

    private static IEnumerable<string> Pieces(string word)
    {
        for (; word.Length > MaxLength; word = word[(MaxLength - 1)..]) yield return $"{word[..(MaxLength - 1)]}+";
        yield return word;
    }

    private static string[] Words(IReadOnlyDictionary<string, string> tags, string name)
    {
        var text = new StringBuilder(tags.GetValueOrDefault(name));
        for (var count = 2; tags.TryGetValue($"{name}_{count}", out var more); count++)
        {
            if (text.Length > 0 && text[^1] == '+') text.Length--;
            else text.Append(' ');
            text.Append(more);
        }
        return text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Name and version of a layer of the same publisher as one of the function's layers; else the whole ARN.</summary>
    private static string Short(string arn, IReadOnlyList<string> layers)
    {
        var name = string.Join(':', arn.Split(':')[^2..]);
        return Long(name, layers) == arn ? name : arn;
    }

    private static string Long(string layer, IReadOnlyList<string> layers) =>
        layer.StartsWith("arn:", StringComparison.Ordinal) || layers.FirstOrDefault(FunctionFacts.IsDatadogLayer) is not { } other
            ? layer
            : $"{string.Join(':', other.Split(':')[..^2])}:{layer}";

    /// <summary>Replaces every other character than those that tags may have, and the separators, by its bytes: <c>+2C</c>.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var unit in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)unit) || "_.:/-@".Contains((char)unit)) escaped.Append((char)unit);
            else escaped.Append('+').Append(unit.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }
        return escaped.ToString();
    }

    private static string Unescape(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '+' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                bytes.Add(Convert.FromHexString(text.AsSpan(i + 1, 2))[0]);
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text[i].ToString()));
            }
        }
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
