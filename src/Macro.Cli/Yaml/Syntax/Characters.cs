namespace Macro.Cli.Yaml.Syntax;

/// <summary>The character classes of YAML 1.1. The NUL character marks the end of the text.</summary>
/// <remarks>Source: https://yaml.org/spec/1.1/#id868518</remarks>
internal static class Characters
{
    /// <summary>What a cursor returns at the end of the text.</summary>
    public const char End = '\0';

    /// <summary>The character classes of line breaks, as a search set.</summary>
    public const string Breaks = "\n\r\u0085\u2028\u2029";

    private const string FlowIndicators = ",[]{}";

    public static bool IsBreak(char character) => character is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    public static bool IsBlank(char character) => character is ' ' or '\t';

    public static bool IsBlankOrEnd(char character) => character == End || IsBlank(character) || IsBreak(character);

    /// <summary>Whether the character ends plain text inside brackets or braces.</summary>
    public static bool IsFlowIndicator(char character) => FlowIndicators.Contains(character);

    /// <summary>Whether YAML allows the character in a file. Others can only be written as escapes in double quotes.</summary>
    public static bool IsAllowed(char character) =>
        character is '\t' or '\n' or '\r' or '\u0085' or (>= ' ' and <= '~') or (>= '\u00A0' and not '\uFFFE' and not '\uFFFF');
}
