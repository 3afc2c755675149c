namespace Macro.Cli.Formatting;

/// <summary>Names in a sentence.</summary>
internal static class NameList
{
    private const int MaxNames = 6;

    /// <summary>Whether a list has all of so many names.</summary>
    public static bool Fits(int count) => count <= MaxNames + 1;

    /// <summary>Returns the first names, and how many more there are: <c>A, B, C, D, E, F and 21 more</c>.</summary>
    public static string Text(IReadOnlyCollection<string> names) => Fits(names.Count)
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(MaxNames))} and {names.Count - MaxNames} more";
}
