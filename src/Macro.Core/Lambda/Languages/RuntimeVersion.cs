using System.Globalization;

namespace Macro.Core.Lambda.Languages;

/// <summary>The format of a runtime identifier after its family.</summary>
internal enum VersionShape
{
    /// <summary><c>21</c></summary>
    Major,

    /// <summary><c>3.13</c></summary>
    MajorMinor,

    /// <summary><c>22.x</c></summary>
    MajorDotX,

    /// <summary><c>8.al2</c></summary>
    MajorDotAl2,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>A range of versions of one shape; both bounds are inclusive.</summary>
internal sealed record RuntimeRange(VersionShape Shape, (int Major, int Minor) First, (int Major, int Minor) Last)
{
    public bool Contains(RuntimeVersion version) => version.Shape == Shape
        && (version.Major, version.Minor).CompareTo(First) >= 0 && (version.Major, version.Minor).CompareTo(Last) <= 0;
}

/// <summary>The version in a runtime's name.</summary>
/// <param name="Major">The first number.</param>
/// <param name="Minor">The number after the dot; 0 when there is none.</param>
/// <param name="Shape">The shape of the name.</param>
internal sealed record RuntimeVersion(int Major, int Minor, VersionShape Shape)
{
    /// <summary>Parses the version of a runtime of this family; null when the name is of another family or has no number.</summary>
    public static RuntimeVersion? Parse(string identifier, string family)
    {
        if (!identifier.StartsWith(family, StringComparison.Ordinal)) return null;
        var rest = identifier.AsSpan(family.Length);
        if (!TakeNumber(ref rest, out var major)) return null;
        if (rest is ".x") return new(major, 0, VersionShape.MajorDotX);
        if (rest is ".al2") return new(major, 0, VersionShape.MajorDotAl2);
        if (rest.IsEmpty) return new(major, 0, VersionShape.Major);
        if (rest is not ['.', ..]) return new(major, 0, VersionShape.Other);
        rest = rest[1..];
        return TakeNumber(ref rest, out var minor) && rest.IsEmpty
            ? new(major, minor, VersionShape.MajorMinor)
            : new(major, 0, VersionShape.Other);
    }

    private static bool TakeNumber(ref ReadOnlySpan<char> text, out int number)
    {
        var digits = text.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : text.Length;
        if (!int.TryParse(text[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out number)) return false;
        text = text[digits..];
        return true;
    }
}
