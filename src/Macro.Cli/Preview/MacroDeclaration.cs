using Macro.Json;

namespace Macro.Cli.Preview;

/// <summary>The macro's entry under <c>Transform</c>.</summary>
internal static class MacroDeclaration
{
    private const string Section = "Transform";
    private const string LanguageExtensions = "AWS::LanguageExtensions";

    /// <summary>
    /// Whether <c>AWS::LanguageExtensions</c> runs before the macro: it is listed before the macro, or the macro is not listed at all.
    /// </summary>
    public static bool IsAfterLanguageExtensions(ObjectNode template, string macroName)
    {
        IEnumerable<Node> entries = template[Section] is ArrayNode list ? list : template[Section] is { } single ? [single] : [];
        foreach (var entry in entries)
        {
            if (Matches(entry, LanguageExtensions)) return true;
            if (Matches(entry, macroName)) return false;
        }
        return false;
    }

    /// <summary>Removes the entry from the template, as CloudFormation does before it calls the macro. Keeps other entries.</summary>
    /// <returns>The entry's parameters (null for none) and their path (null when the template does not list the macro).</returns>
    public static (Node? Parameters, JsonPath? Path) Take(ObjectNode template, string macroName)
    {
        switch (template[Section])
        {
            case ArrayNode list:
                return TakeFrom(list, template, macroName);
            case { } single when Matches(single, macroName):
                template[Section] = null;
                return ((single as ObjectNode)?["Parameters"u8], JsonPath.Create(Section, "Parameters"));
            default:
                return (null, null);
        }
    }

    private static (Node? Parameters, JsonPath? Path) TakeFrom(ArrayNode list, ObjectNode template, string macroName)
    {
        var others = new ArrayNode();
        (Node? Parameters, JsonPath? Path) found = (null, null);
        for (var i = 0; i < list.Count; i++)
        {
            if (!Matches(list[i], macroName)) others.Add(list[i]);
            else found = ((list[i] as ObjectNode)?["Parameters"u8], JsonPath.Create(Section, i, "Parameters"));
        }
        if (found.Path is not null) template[Section] = others.Count > 0 ? others : null;
        return found;
    }

    private static bool Matches(Node entry, string macroName) =>
        entry.Text == macroName || entry is ObjectNode named && named["Name"u8]?.Text == macroName;
}
