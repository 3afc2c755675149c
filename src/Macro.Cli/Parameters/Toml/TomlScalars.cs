using System.Globalization;
using System.Text.RegularExpressions;

namespace Macro.Cli.Parameters.Toml;

/// <summary>Reads numbers, booleans, dates and times. Keeps their text, since no caller needs their values.</summary>
/// <remarks>Sources: https://toml.io/en/v1.0.0#integer and the sections after it</remarks>
internal static partial class TomlScalars
{
    private const string Date = "(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})";
    private const string Time = @"(?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})(\.[0-9]+)?";
    private const string Offset = "([Zz]|[+-](?<hour>[0-9]{2}):(?<minute>[0-9]{2}))";
    private const string Digits = "[0-9](_?[0-9])*";
    private const string Integer = "[+-]?(0|[1-9](_?[0-9])*)";

    /// <summary>A lookahead for the end of a scalar, so that an expression matches whole words only.</summary>
    private const string End = @"(?=[\s,\]}#]|\z)";

    /// <summary>Reads a scalar that is not a string.</summary>
    /// <exception cref="TomlException">There is none, or its value is out of range.</exception>
    public static TomlScalar Read(TomlCursor cursor)
    {
        var match = cursor.TryTake(DateOrTime()) ?? cursor.TryTake(Number()) ?? cursor.TryTake(Word()) ?? throw cursor.Error();
        return IsInRange(match) ? new(match.Value) : throw cursor.Error();
    }

    private static bool IsInRange(Match match)
    {
        if (match.Groups["integer"] is { Success: true } integer)
            return long.TryParse(integer.Value.Replace("_", ""), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
        return (!match.Groups["date"].Success || DateOnly.TryParseExact(match.Groups["date"].Value, "yyyy-MM-dd", out _))
            && IsUpTo(match.Groups["hour"], 23) && IsUpTo(match.Groups["minute"], 59)
            && IsUpTo(match.Groups["second"], 60); // 60 is a leap second.
    }

    private static bool IsUpTo(Group group, int max) =>
        group.Captures.All(capture => int.Parse(capture.ValueSpan, CultureInfo.InvariantCulture) <= max);

    [GeneratedRegex($@"\G({Date}([Tt ]{Time}{Offset}?)?|{Time}){End}")]
    private static partial Regex DateOrTime();

    [GeneratedRegex($@"\G((?<integer>{Integer})|{Integer}(\.{Digits})?([eE][+-]?{Digits})?){End}")]
    private static partial Regex Number();

    [GeneratedRegex($@"\G(true|false|[+-]?(inf|nan)|0x[0-9A-Fa-f](_?[0-9A-Fa-f])*|0o[0-7](_?[0-7])*|0b[01](_?[01])*){End}")]
    private static partial Regex Word();
}
