using System.IO.Enumeration;

namespace Macro.Core.Lambda.Checks;

/// <summary>Actions and resources of IAM policies, with the wildcards <c>*</c> and <c>?</c>.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html</remarks>
internal static class IamPattern
{
    /// <summary>Whether a pattern includes an action; IAM ignores the case of actions.</summary>
    public static bool IsAction(string pattern, string action) => Includes(pattern, action, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether IAM accepts a text as a resource; any other is probably not the value of the deployment.</summary>
    public static bool IsResource(string text) =>
        text.StartsWith("arn:", StringComparison.Ordinal) || text.Contains('*', StringComparison.Ordinal);

    /// <summary>
    /// Whether a pattern includes a secret. Secrets Manager appends a hyphen and six characters to a secret's name; users may omit them.
    /// </summary>
    /// <remarks>Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html</remarks>
    public static bool IsSecret(string pattern, string arn) =>
        Includes(pattern, arn, StringComparison.Ordinal) || Includes(pattern, $"{arn}-AAAAAA", StringComparison.Ordinal);

    private static bool Includes(string pattern, string text, StringComparison comparison)
    {
        if (!pattern.AsSpan().ContainsAny('*', '?')) return pattern.Equals(text, comparison);
        // A backslash has no special meaning in IAM.
        var expression = pattern.Replace("\\", "\\\\", StringComparison.Ordinal);
        return FileSystemName.MatchesSimpleExpression(expression, text, ignoreCase: comparison == StringComparison.OrdinalIgnoreCase);
    }
}
