namespace Macro.Cli.Formatting;

/// <summary>A number with its noun.</summary>
internal static class Quantity
{
    /// <summary>Returns the number and noun, such as <c>1 file</c> or <c>2 files</c>.</summary>
    /// <param name="count">The number.</param>
    /// <param name="noun">The singular of a noun whose plural ends with s.</param>
    public static string Text(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
