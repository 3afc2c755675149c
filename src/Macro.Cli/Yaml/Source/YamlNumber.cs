using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Macro.Cli.Yaml.Source;

/// <summary>The numbers of YAML 1.1. JSON writes some of them differently.</summary>
/// <remarks>
/// CloudFormation reads <c>010</c> as 8 and <c>12:30</c> as 750, and an account id with a leading zero as another number.
/// Source: https://yaml.org/type/int.html, https://yaml.org/type/float.html and
/// https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/745.
/// </remarks>
internal static partial class YamlNumber
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    // Beyond this the next step could exceed the range of decimal; no time is that long.
    private const decimal MaxTotal = 1e26m;

    /// <summary>Spells a number as JSON does.</summary>
    /// <returns>
    /// The text itself where it is a number in JSON; null where it is not a number, or one that JSON lacks, such as <c>.inf</c>.
    /// </returns>
    public static string? ToJson(string text)
    {
        if (text.Length == 0 || !(char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' or '.'))
            return null;
        if (JsonNumber().IsMatch(text))
            return text;
        var sign = text[0] == '-' ? "-" : "";
        var digits = text.TrimStart('+', '-').Replace("_", "", StringComparison.Ordinal);
        if (Binary().IsMatch(text))
            return Signed(FromDigits(digits.AsSpan(2), 2));
        if (Octal().IsMatch(text))
            return Signed(FromDigits(digits, 8));
        if (Hexadecimal().IsMatch(text))
            return Signed(FromDigits(digits.AsSpan(2), 16));
        if (Sexagesimal().IsMatch(text))
            return Signed(FromParts(digits));
        return Decimal().IsMatch(text) ? Signed(FromDecimal(digits)) : null;

        string? Signed(string? number) => number is null ? null : sign + number;
    }

    private static string? FromDigits(ReadOnlySpan<char> digits, int radix)
    {
        if (digits.IsEmpty)
            return null;
        var value = BigInteger.Zero;
        foreach (var digit in digits)
            value = (value * radix) + Convert.ToInt32(digit.ToString(), 16);
        return value.ToString(CultureInfo.InvariantCulture);
    }

    private static string? FromParts(string text)
    {
        var total = 0m;
        foreach (var part in text.Split(':'))
        {
            if (total > MaxTotal || !decimal.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
                return null;
            total = (total * 60) + value;
        }
        return total.ToString(CultureInfo.InvariantCulture);
    }

    private static string FromDecimal(string text)
    {
        var exponent = text.IndexOfAny(['e', 'E']) is > 0 and var at ? text[at..] : "";
        var parts = text[..^exponent.Length].Split('.');
        var whole = parts[0].TrimStart('0') is { Length: > 0 } trimmed ? trimmed : "0";
        var fraction = parts.Length > 1 ? parts[1].TrimEnd('0') : "";
        return fraction.Length > 0 ? $"{whole}.{fraction}{exponent}" : whole + exponent;
    }

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z", Options)]
    private static partial Regex JsonNumber();

    [GeneratedRegex(@"^[-+]?0b[01_]+\z", Options)]
    private static partial Regex Binary();

    [GeneratedRegex(@"^[-+]?0[0-7_]+\z", Options)]
    private static partial Regex Octal();

    [GeneratedRegex(@"^[-+]?0x[0-9a-fA-F_]+\z", Options)]
    private static partial Regex Hexadecimal();

    [GeneratedRegex(@"^[-+]?([1-9][0-9_]*(:[0-5]?[0-9])+|[0-9][0-9_]*(:[0-5]?[0-9])+\.[0-9_]*)\z", Options)]
    private static partial Regex Sexagesimal();

    [GeneratedRegex(@"^([-+]?[0-9][0-9_]*(\.[0-9_]*)?([eE][-+]?[0-9]+)?|\.[0-9][0-9_]*([eE][-+][0-9]+)?)\z", Options)]
    private static partial Regex Decimal();
}
