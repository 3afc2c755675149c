using System.Text;

namespace Macro.Cli.Parameters;

/// <summary>
/// Parameters in the format of <c>sam deploy</c>: <c>Stage=prod Name="two words"</c>, or <c>ParameterKey=Stage,ParameterValue=prod</c>.
/// </summary>
internal static class ParameterOverrides
{
    private const string Key = "ParameterKey=";
    private const string Value = ",ParameterValue=";

    /// <summary>Reads names and values. For a repeated name, the last value wins.</summary>
    /// <exception cref="FormatException">A word is not a name with a value.</exception>
    public static IReadOnlyDictionary<string, string> Parse(IEnumerable<string> texts)
    {
        var values = new Dictionary<string, string>();
        foreach (var word in texts.SelectMany(Words))
        {
            var isLongForm = word.StartsWith(Key, StringComparison.Ordinal) && word.Contains(Value, StringComparison.Ordinal);
            var pair = isLongForm ? word[Key.Length..].Split(Value, 2) : word.Split('=', 2);
            if (pair is not [{ Length: > 0 } name, var text]) throw new FormatException($"{word} is not of the form NAME=VALUE.");
            values[name] = text;
        }
        return values;
    }

    /// <summary>Splits at white space like a shell: quotes keep white space, a backslash keeps the next character.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        var (quote, isOpen) = ('\0', false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quote == '\0' && char.IsWhiteSpace(c))
            {
                if (isOpen) yield return word.ToString();
                word.Clear();
                isOpen = false;
                continue;
            }
            isOpen = true;
            if (c == '\\' && i + 1 < text.Length && quote != '\'') word.Append(text[++i]);
            else if (quote == '\0' && c is '"' or '\'') quote = c;
            else if (c == quote && quote != '\0') quote = '\0';
            else word.Append(c);
        }
        if (isOpen) yield return word.ToString();
    }
}
