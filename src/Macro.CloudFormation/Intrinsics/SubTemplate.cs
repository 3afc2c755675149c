namespace Macro.CloudFormation.Intrinsics;

/// <summary>Parses the text of an <c>Fn::Sub</c>.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-sub.html</remarks>
public static class SubTemplate
{
    /// <summary>
    /// Returns the parts in order: literal text, and trimmed names from <c>${Name}</c>. <c>${!Literal}</c> is the literal text
    /// <c>${Literal}</c>; a <c>${</c> without a closing brace is literal.
    /// </summary>
    public static IEnumerable<SubPart> Parse(string text)
    {
        var position = 0;
        while (position < text.Length)
        {
            var start = text.IndexOf("${", position, StringComparison.Ordinal);
            var end = start < 0 ? -1 : text.IndexOf('}', start);
            if (end < 0) break;
            if (start > position) yield return Literal(text[position..start]);
            var inside = text[(start + 2)..end];
            yield return inside.StartsWith('!')
                ? new($"${{{inside[1..]}}}", IsName: false, text[start..(end + 1)])
                : new(inside.Trim(), IsName: true, text[start..(end + 1)]);
            position = end + 1;
        }
        if (position < text.Length) yield return Literal(text[position..]);

        static SubPart Literal(string part) => new(part, IsName: false, part);
    }
}

/// <summary>Literal text, or the name inside <c>${…}</c>.</summary>
/// <param name="Text">The resulting text, or the name.</param>
/// <param name="IsName">Whether <paramref name="Text"/> is a name.</param>
/// <param name="Source">The part as it is written.</param>
public sealed record SubPart(string Text, bool IsName, string Source);
