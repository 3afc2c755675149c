namespace Macro.Cli.Yaml.Source;

/// <summary>Finds the type of a scalar without quotes.</summary>
/// <remarks>
/// CloudFormation reads YAML 1.1, so <c>yes</c>, <c>no</c>, <c>on</c> and <c>off</c> are booleans. Dates are strings.
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html and https://yaml.org/type/.
/// </remarks>
internal static class PlainScalar
{
    /// <summary>Returns the type of a text.</summary>
    public static ScalarKind KindOf(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Null,
        "true" or "True" or "TRUE" or "yes" or "Yes" or "YES" or "on" or "On" or "ON" => ScalarKind.True,
        "false" or "False" or "FALSE" or "no" or "No" or "NO" or "off" or "Off" or "OFF" => ScalarKind.False,
        _ => YamlNumber.ToJson(text) is not null ? ScalarKind.Number : ScalarKind.String,
    };
}
