using System.Globalization;
using System.Text.RegularExpressions;
using Macro.Core.Diagnostics;
using Macro.Json;

namespace Macro.Cli.Preview;

/// <summary>Checks the values of template parameters as CloudFormation does before it runs a macro.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html</remarks>
internal static class ParameterConstraints
{
    private static readonly TimeSpan MaxPatternTime = TimeSpan.FromSeconds(1);

    /// <summary>Returns an error for each value that the template does not accept. The errors do not contain the values.</summary>
    /// <param name="template">The template.</param>
    /// <param name="given">
    /// The values by name, a list as one text or as an array. Those of parameters that the template does not have are ignored, as by
    /// deployment tools.
    /// </param>
    public static IEnumerable<Finding> Check(ObjectNode template, ObjectNode? given)
    {
        if (given is not { Count: > 0 } || template["Parameters"u8] is not ObjectNode declared) yield break;
        foreach (var (name, declaration) in declared)
        {
            if (declaration is not ObjectNode parameter || given[name] is not { } value) continue;
            if (Violation(parameter, TextOf(value)) is not var (constraint, rule)) continue;
            var description = parameter["ConstraintDescription"u8]?.Text is { } text ? $" ({text})" : "";
            yield return new Finding(
                JsonPath.Create("Parameters", name, constraint),
                PreviewDiagnostics.ValueNotAllowed.For(DiagnosticTarget.Request, name, rule + description));
        }
    }

    private static string TextOf(Node value) => value is ArrayNode list
        ? string.Join(',', list.Select(item => (item as ScalarNode)?.Spelling))
        : (value as ScalarNode)?.Spelling ?? "";

    private static (string Constraint, string Rule)? Violation(ObjectNode parameter, string value)
    {
        var type = parameter["Type"u8]?.Text;
        var isList = type == "CommaDelimitedList" || type is not null && type.StartsWith("List<", StringComparison.Ordinal);
        string[] items = isList ? [.. value.Split(',').Select(item => item.Trim())] : [value];
        if (type is "Number" or "List<Number>" && !items.All(item => Number(item) is not null))
            return ("Type", isList ? "a list of numbers" : "a number");
        if (parameter["AllowedValues"u8] is ArrayNode allowed && !items.All(item => IsAmong(allowed, item, type)))
            return ("AllowedValues", $"one of {string.Join(", ", allowed.OfType<ScalarNode>().Select(option => option.Spelling))}");
        if (parameter["AllowedPattern"u8]?.Text is { } pattern && !items.All(item => Matches(pattern, item)))
            return ("AllowedPattern", $"a text that matches {pattern}");
        if (Limit("MinLength") is { } minLength && value.Length < minLength) return ("MinLength", $"at least {minLength} characters long");
        if (Limit("MaxLength") is { } maxLength && value.Length > maxLength) return ("MaxLength", $"at most {maxLength} characters long");
        if (Limit("MinValue") is { } minValue && Number(value) < minValue) return ("MinValue", $"at least {minValue}");
        return Limit("MaxValue") is { } maxValue && Number(value) > maxValue ? ("MaxValue", $"at most {maxValue}") : null;

        double? Limit(string name) => Number((parameter[name] as ScalarNode)?.Spelling);
    }

    private static bool IsAmong(ArrayNode allowed, string item, string? type) => allowed.OfType<ScalarNode>().Any(option =>
        option.Spelling == item || type is "Number" or "List<Number>" && Number(option.Spelling) is { } number && number == Number(item));

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>
    /// Whether the whole text matches. CloudFormation's patterns are Java's; one that has another meaning in .NET, or takes too long, is
    /// left to the deployment.
    /// </summary>
    private static bool Matches(string pattern, string text)
    {
        if (pattern.Contains("&&", StringComparison.Ordinal)) return true;
        try
        {
            return Regex.IsMatch(text, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, MaxPatternTime);
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            return true;
        }
    }
}
