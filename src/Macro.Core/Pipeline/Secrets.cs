namespace Macro.Core.Pipeline;

/// <summary>
/// Texts that nothing made for people may show: values of the template's <c>NoEcho</c> parameters, and what the instrumentation makes of
/// them. A step that makes a new text of a secret setting adds it here, where it sets it.
/// </summary>
public sealed class Secrets
{
    private readonly HashSet<string> _texts = [];

    internal Secrets(IEnumerable<string> known) => _texts.UnionWith(known.Where(text => text.Length > 0));

    /// <summary>Whether there is any secret text.</summary>
    public bool Any => _texts.Count > 0;

    /// <summary>Whether a text holds a secret.</summary>
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
