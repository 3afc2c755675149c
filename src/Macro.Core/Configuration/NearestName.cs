namespace Macro.Core.Configuration;

/// <summary>Finds the known name that a misspelled name probably means.</summary>
public static class NearestName
{
    private const int MaxNameLength = 64;

    /// <summary>The known name with the fewest edits, ignoring case.</summary>
    /// <param name="name">The name as it is written.</param>
    /// <param name="known">The names to choose from; at least one.</param>
    /// <param name="maxEdits">The maximum number of edits; null for a third of the name.</param>
    /// <returns>Null if more edits would be necessary, or if the name is longer than 64 characters.</returns>
    public static string? Find(string name, IEnumerable<string> known, int? maxEdits = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length > MaxNameLength) return null;
        var (best, fewest) = ("", int.MaxValue);
        foreach (var candidate in known)
        {
            if (Distance(name, candidate) is var distance && distance < fewest) (best, fewest) = (candidate, distance);
        }
        return fewest <= (maxEdits ?? Math.Max(best.Length, name.Length) / 3) ? best : null;
    }

    /// <summary>Levenshtein distance, ignoring case.</summary>
    private static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j < row.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitution = diagonal + (char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.Length];
    }
}
