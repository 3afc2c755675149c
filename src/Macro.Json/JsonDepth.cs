namespace Macro.Json;

/// <summary>Distinguishes JSON that is nested too deeply from invalid JSON; the parser's exception is the same for both.</summary>
public static class JsonDepth
{
    /// <summary>Whether brackets are nested more deeply than the limit anywhere in the text.</summary>
    /// <param name="json">The text, UTF-8; it need not be valid JSON.</param>
    /// <param name="maxDepth">The maximum number of levels.</param>
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
