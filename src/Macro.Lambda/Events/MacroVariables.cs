using System.Collections;

namespace Macro.Lambda.Events;

/// <summary>The environment variables of the macro's function that may be defaults of parameters.</summary>
internal static class MacroVariables
{
    private const string Prefix = "DD_";

    /// <summary>Returns the variables whose names start with <c>DD_</c>. The transform sees no others, such as credentials.</summary>
    public static IReadOnlyDictionary<string, string> From(IDictionary environment)
    {
        var variables = new Dictionary<string, string>();
        foreach (DictionaryEntry variable in environment)
        {
            if (variable is not { Key: string name, Value: string value }) continue;
            if (name.StartsWith(Prefix, StringComparison.Ordinal)) variables.Add(name, value);
        }
        return variables;
    }
}
