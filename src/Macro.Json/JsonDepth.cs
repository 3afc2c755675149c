namespace Macro.Json;

/// <summary>Tells text that nests too deep from text that is no JSON, which the parser's exception does not.</summary>
internal static class JsonDepth
{
    /// <summary>Whether brackets nest deeper than this before the text ends.</summary>
    public static bool IsDeeper(ReadOnlySpan<byte> json, int most)
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
            if (depth > most) return true;
        }
        return false;
    }
}
