using Macro.Core.Pipeline;

namespace Macro.Cli.Changes;

/// <summary>
/// Masks what comments of a resource in YAML may hide: values that are commented out, all comments between environment variables and
/// between settings of the macro, and secret texts. The values of the YAML itself are masked before.
/// </summary>
internal static class CommentMask
{
    /// <summary>The mappings whose values may be secrets.</summary>
    private static readonly string[] Sections = ["Environment", "Variables", "Datadog"];

    /// <summary>Returns the text with comments masked.</summary>
    /// <param name="yaml">The resource, one member after the other, with line feeds.</param>
    /// <param name="secrets">Texts that may not be shown; null for none.</param>
    public static string Apply(string yaml, Secrets? secrets)
    {
        var lines = yaml.Split('\n');
        var (section, setting) = (-1, -1);
        for (var i = 0; i < lines.Length; i++)
        {
            var content = lines[i].AsSpan().TrimStart();
            var indent = lines[i].Length - content.Length;
            var isComment = content is ['#', ..];
            // A comment does not end a section: editors write those that comment out a line at any column.
            if (!content.IsEmpty && !isComment && indent <= section) section = -1;
            if (section < 0 && Sections.Contains(KeyOf(content).ToString())) section = indent;
            if (!isComment) setting = -1;
            if (StartOfComment(lines[i]) is not (>= 0 and var start)) continue;
            var column = lines[i].Length - content[(start - indent)..].TrimStart("# \t").Length;
            var isHidden = section >= 0 || isComment && setting >= 0 && column > setting || secrets?.AreIn(lines[i]) == true;
            lines[i] = lines[i][..start] + (isHidden ? $"# {ValueText.Mask}" : WithoutValue(lines[i][start..]));
            if (!isHidden) setting = isComment && !KeyOf(content.TrimStart("# \t")).IsEmpty ? column : -1;
        }
        return string.Join('\n', lines);
    }

    private static string WithoutValue(string comment)
    {
        var content = comment.AsSpan().TrimStart("# -\t");
        var end = content.IndexOfAny(":=");
        var isSetting = end > 0 && content[..end].Trim().IndexOfAny(" \t") < 0 && !content[(end + 1)..].Trim().IsEmpty;
        return isSetting ? $"{comment[..(comment.Length - content.Length + end + 1)]} {ValueText.Mask}" : comment;
    }

    /// <summary>The key that begins a line, after the dash of an item.</summary>
    private static ReadOnlySpan<char> KeyOf(ReadOnlySpan<char> content)
    {
        content = content.TrimStart("- ");
        var colon = content.IndexOf(':');
        return colon < 0 ? default : content[..colon].Trim("\"' ");
    }

    /// <summary>The index of the first <c>#</c> that begins a comment; -1 for none. In doubt, more is a comment.</summary>
    private static int StartOfComment(string line)
    {
        var quote = '\0';
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '#' && (i == 0 || line[i - 1] is ' ' or '\t') && (quote == '\0' || !line.AsSpan(i).Contains(quote))) return i;
            if (quote == line[i]) quote = '\0';
            else if (quote == '\0' && line[i] is '"' or '\'') quote = line[i];
        }
        return -1;
    }
}
