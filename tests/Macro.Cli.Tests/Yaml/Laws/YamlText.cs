using System.Text;

namespace Macro.Cli.Tests.Yaml.Laws;

/// <summary>
/// Generates YAML in every style: indentation and chomping indicators, tags, anchors, aliases, flow collections, comments, line breaks,
/// byte order marks and document markers. A few texts are invalid; the independent readers say which.
/// </summary>
internal sealed partial class YamlText
{
    private readonly Random _random;
    private readonly StringBuilder _text = new();
    private readonly List<string> _scalarAnchors = [];
    private readonly List<string> _mappingAnchors = [];
    // Neither PyYAML nor libyaml reads all of YAML, so a text has only what one of them can read.
    private readonly bool _isForLibyaml;
    private int _names;

    private YamlText(int seed)
    {
        _random = new(seed);
        _isForLibyaml = Chance(2);
    }

    /// <summary>The text of a seed.</summary>
    public static string Of(int seed) => new YamlText(seed).Document();

    private string Document()
    {
        if (Chance(6))
            _text.Append(Pick("%YAML 1.1\n", "%TAG ! !\n", "# c\n%YAML 1.2\n")).Append("---").Append(Pick("\n", " # start\n"));
        else if (Chance(5))
            _text.Append(Pick("---\n", "--- # start\n", "# first\n\n", "...\n"));
        Gap(0);
        if (Chance(15))
            FlowMapping(-1, 3);
        else
            BlockMapping(Chance(8) ? 2 : 0, 4, isInline: false);
        if (_text[^1] != '\n')
            _text.Append('\n');
        if (Chance(5))
            _text.Append(Pick("...\n", "# end\n", "...\n# end\n", "   # end\n", "\n\n"));
        var text = _text.ToString();
        if (Chance(5))
            text = text.TrimEnd('\n');
        text = Chance(3) ? text.ReplaceLineEndings(Pick("\r\n", "\r", "\r\n")) : text;
        return Chance(8) ? "\uFEFF" + text : text;
    }

    private void BlockMapping(int column, int depth, bool isInline)
    {
        var count = _random.Next(1, 5);
        for (var index = 0; index < count; index++)
        {
            if (index > 0 || !isInline)
                Indent(column);
            Entry(column, depth);
            Gap(column);
        }
    }

    private void Entry(int column, int depth)
    {
        if (Chance(12) && _mappingAnchors.Count > 0)
        {
            _text.Append(Chance(3) ? $"<<: [*{Pick([.. _mappingAnchors])}]" : $"<<: *{Pick([.. _mappingAnchors])}");
            EndLine();
            return;
        }
        if (Chance(14))
        {
            ExplicitEntry(column, depth);
            return;
        }
        if (Chance(20))
            _text.Append(Chance(2) ? $"&{NewName(_scalarAnchors)} " : "!!str ");
        _text.Append(Chance(20) && _scalarAnchors.Count > 0 ? $"*{Pick([.. _scalarAnchors])} " : Key()).Append(Chance(20) ? " :" : ":");
        Value(column, depth, isAfterKey: true);
    }

    private void ExplicitEntry(int column, int depth)
    {
        _text.Append('?');
        if (Chance(3))
            BlockScalar(column, isKey: true);
        else
        {
            _text.Append(Pick(" ", "  ", "\n" + new string(' ', column + 1))).Append(Key());
            EndLine();
        }
        if (Chance(5))
            return;
        Indent(column);
        _text.Append(':');
        Value(column, depth, isAfterKey: true);
    }

    private void BlockSequence(int column, int depth, bool isInline)
    {
        var count = _random.Next(1, 4);
        for (var index = 0; index < count; index++)
        {
            if (index > 0 || !isInline)
                Indent(column);
            _text.Append('-');
            Value(column, depth, isAfterKey: false);
            Gap(column);
        }
    }

    /// <summary>Writes what follows a colon or dash, through the end of its line.</summary>
    private void Value(int column, int depth, bool isAfterKey)
    {
        var properties = Properties(column);
        switch (_random.Next(depth > 0 ? 16 : 10))
        {
            case 0:
                EndLine();
                break;
            case 1 or 2:
                BlockScalar(column, isKey: false);
                break;
            case 3 when properties.Length == 0 && _scalarAnchors.Count > 0:
                _text.Append(" *").Append(Pick([.. _scalarAnchors, .. _mappingAnchors]));
                EndLine();
                break;
            case 4 or 5:
                _text.Append(Separator(column));
                if (Chance(2))
                    FlowSequence(column, 2);
                else
                    FlowMapping(column, 2);
                EndLine();
                break;
            case <= 10:
                _text.Append(Separator(column)).Append(Scalar(column));
                EndLine();
                break;
            default:
                Collection(column, depth - 1, isAfterKey, canBeInline: !isAfterKey && properties.Length == 0);
                break;
        }
    }

    private void Collection(int column, int depth, bool isAfterKey, bool canBeInline)
    {
        var isSequence = Chance(3);
        var isInline = canBeInline && Chance(2);
        var inner = column + (isAfterKey && isSequence && Chance(2) ? 0 : _random.Next(1, 5));
        if (isInline)
        {
            _text.Append(' ', inner - column > 1 ? inner - column - 1 : 1);
            inner = Math.Max(inner, column + 2);
        }
        else
        {
            EndLine();
            Gap(inner);
        }
        if (isSequence)
            BlockSequence(inner, depth, isInline);
        else
            BlockMapping(inner, depth, isInline);
    }
}
