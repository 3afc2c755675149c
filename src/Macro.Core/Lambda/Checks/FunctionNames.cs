namespace Macro.Core.Lambda.Checks;

/// <summary>Names functions in a diagnostic: the first few by their logical ids, the others by their number.</summary>
internal static class FunctionNames
{
    private const int MaxNamed = 5;

    /// <summary>Returns a text such as <c>A, B, C, D, E and 2 more functions</c>.</summary>
    public static string Text(IReadOnlyCollection<string> logicalIds)
    {
        var named = string.Join(", ", logicalIds.Take(MaxNamed));
        return (logicalIds.Count - MaxNamed) switch
        {
            <= 0 => named,
            1 => $"{named} and 1 more function",
            var others => $"{named} and {others} more functions",
        };
    }
}
