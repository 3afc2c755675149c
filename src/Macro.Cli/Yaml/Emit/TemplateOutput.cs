using System.Text;
using Macro.Cli.Yaml.Source;
using Macro.Cli.Yaml.Syntax;

namespace Macro.Cli.Yaml.Emit;

/// <summary>The YAML text under construction.</summary>
internal sealed class TemplateOutput(string newLine)
{
    private readonly StringBuilder _text = new();
    private string? _comment;
    private BlockScalarEnd? _blockScalar;

    /// <summary>Whether the current line already has text.</summary>
    public bool IsMidLine => _text.Length > 0 && !Characters.IsBreak(_text[^1]);

    /// <summary>Appends text as it is.</summary>
    public TemplateOutput Append(ReadOnlySpan<char> text)
    {
        _text.Append(text);
        _blockScalar = null;
        return this;
    }

    /// <summary>Indents the line, unless it already has text, such as the dash of an item.</summary>
    public TemplateOutput Indent(int column)
    {
        if (!IsMidLine)
            _text.Append(' ', column);
        return this;
    }

    /// <summary>Sets the comment, with the blanks before it, for the end of the current line.</summary>
    public void CommentNextLineEnd(string? comment) => _comment = comment;

    /// <summary>Ends the line.</summary>
    public void EndLine()
    {
        _text.Append(_comment).Append(newLine);
        _comment = null;
    }

    /// <summary>Ends the line if it has text.</summary>
    public void StartLine()
    {
        if (IsMidLine)
            EndLine();
    }

    /// <summary>Records that a block scalar was written last. The next lines could become part of it.</summary>
    public void MarkBlockScalar(BlockScalarEnd end) => _blockScalar = end;

    /// <summary>Copies blank lines and comments of the source so that they do not continue the line or a block scalar.</summary>
    public void CopyGap(string source, int start, int end)
    {
        if (IsMidLine)
            start = TextLines.SkipBlankLines(source, start, end);
        else if (_blockScalar is { } scalar && scalar.SourceEnd != start)
            start = CloseBlockScalar(scalar, source, start, end);
        if (start == end)
            return;
        StartLine();
        Append(source.AsSpan(start, end - start));
    }

    private int CloseBlockScalar(BlockScalarEnd scalar, string source, int start, int end)
    {
        var comment = TextLines.SkipBlankLines(source, start, end);
        var blankLines = scalar.Chomping == Chomping.Keep ? 0 : TextLines.CountBreaks(source.AsSpan(start, comment - start));
        for (; blankLines > 0; blankLines--)
            EndLine();
        var indent = source.AsSpan(comment, end - comment).IndexOfAnyExcept(' ');
        return indent > scalar.Column ? comment + indent - scalar.Column : comment;
    }

    public override string ToString() => _text.ToString();
}
