namespace Macro.Json;

/// <summary>Tells text that nests too deep from text that is not JSON, which the parser's exception does not.</summary>
public static class JsonDepth
{
    /// <summary>Whether brackets nest deeper than a bound before the text ends.</summary>
    /// <param name="json">The text, UTF-8; it need not be valid JSON.</param>
    /// <param name="maxDepth">The number of levels that are allowed.</param>
    public static bool IsDeeper(ReadOnlySpan<byte> json, int maxDepth)
    {
        var (depth, inString) = (0, false);
        for (var i = 0; i < json.Length; i++)
        {
            switch (json[i])
            {
                case (byte)'\\' when inString: i++; break;
                case (byte)'"': inString = !inString; break;
                case (byte)'{' or (byte)'[' when !inString: depth++; break;
                case (byte)'}' or (byte)']' when !inString: depth--; break;
            }
            if (depth > maxDepth) return true;
        }
        return false;
    }
}
