namespace Macro.Core.Pipeline;

/// <summary>
/// Texts that must not be displayed: values of the template's <c>NoEcho</c> parameters, and texts that the instrumentation derives from
/// them. A step that derives a new text from a secret setting adds it here.
/// </summary>
public sealed class Secrets
{
    private readonly HashSet<string> _texts = [];

    internal Secrets(IEnumerable<string> known) => _texts.UnionWith(known.Where(text => text.Length > 0));

    /// <summary>Whether there is any secret text.</summary>
    public bool Any => _texts.Count > 0;

    /// <summary>Whether a text contains a secret.</summary>
    public bool AreIn(string text)
    {
        foreach (var secret in _texts)
        {
            if (text.Contains(secret, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    internal void Add(string text)
    {
        if (text.Length > 0) _texts.Add(text);
    }
}
