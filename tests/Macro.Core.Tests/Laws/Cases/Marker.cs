namespace Macro.Core.Tests.Laws.Cases;

/// <summary>Words that stand in generated values, so that a value is found wherever it turns up.</summary>
internal static class Marker
{
    /// <summary>
    /// In everything that only the fragment may show: variables, keys, <c>extraEnv</c>, <c>NoEcho</c> parameters, user info of URLs.
    /// </summary>
    public const string Secret = "hunter2";

    /// <summary>In the values of parameters that are no secrets; the log shows no value at all.</summary>
    public const string Plain = "quokka";

    /// <summary>Throws where a text shows a marked value, with what is around it.</summary>
    public static void ShouldNotShow(this string text, string marker)
    {
        var found = text.IndexOf(marker, StringComparison.Ordinal);
        if (found >= 0)
            throw new ShouldAssertException($"shows a value: …{text[Math.Max(0, found - 200)..Math.Min(text.Length, found + 100)]}…");
    }
}
