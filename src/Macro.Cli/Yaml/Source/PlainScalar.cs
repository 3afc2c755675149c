using System.Text.RegularExpressions;

namespace Macro.Cli.Yaml.Source;

/// <summary>Finds the type of a scalar without quotes.</summary>
/// <remarks>
/// CloudFormation reads YAML 1.1, so <c>yes</c>, <c>no</c>, <c>on</c> and <c>off</c> are booleans. Only numbers in JSON's
/// spelling are numbers here. The other numbers of YAML 1.1 (octal, hexadecimal, <c>1_000</c>, <c>1:30</c>, <c>+1</c>, <c>.5</c>,
/// <c>.inf</c>) and its dates are strings, since most of these are account ids, versions and times, and CloudFormation gets the
/// unchanged lines as they are in the file.
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html and https://yaml.org/type/.
/// </remarks>
internal static partial class PlainScalar
{
    /// <summary>Returns the type of a text.</summary>
    public static ScalarKind KindOf(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Null,
        "true" or "True" or "TRUE" or "yes" or "Yes" or "YES" or "on" or "On" or "ON" => ScalarKind.True,
        "false" or "False" or "FALSE" or "no" or "No" or "NO" or "off" or "Off" or "OFF" => ScalarKind.False,
        _ => JsonNumber().IsMatch(text) ? ScalarKind.Number : ScalarKind.String,
    };

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex JsonNumber();
}
