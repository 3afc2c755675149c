using System.Collections;

namespace Macro.Lambda.Events;

/// <summary>The macro's own environment variables that may be defaults of its parameters.</summary>
internal static class MacroVariables
{
    private const string Prefix = "DD_";

    /// <summary>The variables whose names start with <c>DD_</c>; all others, credentials among them, stay out of the transform's sight.</summary>
    public static IReadOnlyDictionary<string, string> From(IDictionary environment)
    {
        var variables = new Dictionary<string, string>();
        foreach (DictionaryEntry variable in environment)
            if (variable is { Key: string name, Value: string value } && name.StartsWith(Prefix, StringComparison.Ordinal))
                variables.Add(name, value);
        return variables;
    }
}
