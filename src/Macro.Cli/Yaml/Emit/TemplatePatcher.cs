using System.Text.Json;
using Macro.Cli.Yaml.Source;

namespace Macro.Cli.Yaml.Emit;

/// <summary>Rewrites a source text for a changed value. Entries that did not change are copied with their lines.</summary>
/// <remarks>
/// A changed template has the values of aliases and merge keys instead of these, since CloudFormation supports neither. So no copied
/// line depends on an anchor that may have changed.
/// </remarks>
internal sealed class TemplatePatcher
{
    private readonly string _text;
    private readonly TemplateOutput _output;
    private readonly BlockWriter _block;

    /// <summary>Whether entries that a later one of the same name replaces are written too.</summary>
    private readonly bool _keepsReplaced;

    private TemplatePatcher(SourceDocument source, bool keepsReplaced)
    {
        _keepsReplaced = keepsReplaced;
        _text = source.Text;
        _output = new(source.NewLine);
        _block = new(_output, source.UsesShortForm);
    }

    /// <summary>Writes the changed template.</summary>
    public static string Patch(SourceDocument source, JsonElement before, JsonElement after) =>
        source.ByteOrderMark + new TemplatePatcher(source, keepsReplaced: true).PatchDocument(source.Root, before, after);

    /// <summary>Writes the mapping of an entry with another value, without its indentation and without replaced entries.</summary>
    /// <returns>Null when no line of the mapping would remain.</returns>
    public static string? PatchPart(SourceDocument source, SourceEntry entry, JsonElement before, JsonElement after)
    {
        if (entry.Value is not SourceMapping part || !CanPatch(part, after)) return null;
        var patcher = new TemplatePatcher(source, keepsReplaced: false);
        foreach (var line in source.Text[entry.Head.End..part.Layout!.Lines[0].LeadStart].Split('\n').Skip(1))
        {
            if (line.AsSpan().TrimStart().StartsWith('#')) patcher._output.Append($"{line}\n");
        }
        patcher.PatchMapping(part, before, after);
        return TextLines.Outdent(patcher._output.ToString().ReplaceLineEndings("\n"), part.Layout.Column);
    }

    private string PatchDocument(SourceMapping root, JsonElement before, JsonElement after)
    {
        var start = root.Layout?.Lines[0].LeadStart ?? root.Span.Start;
        _output.Append(_text.AsSpan(0, start));
        if (CanPatch(root, after))
            PatchMapping(root, before, after);
        else
        {
            _output.StartLine();
            _block.WriteTemplate(after, root.Layout?.Column ?? 0);
        }
        _output.CopyGap(_text, root.Layout?.Lines[^1].End ?? TextLines.EndOf(_text, root.Span.End), _text.Length);
        return _output.ToString();
    }

    /// <summary>Whether at least one entry remains. Otherwise there are no lines to keep.</summary>
    private static bool CanPatch(SourceNode node, JsonElement after) => node switch
    {
        SourceMapping { Layout: not null } mapping => after.ValueKind == JsonValueKind.Object
            && after.GetPropertyCount() > 0
            && mapping.Entries.Any(entry => entry.IsMerge || after.TryGetProperty(entry.Name, out _)),
        SourceSequence { Layout: not null } => after.ValueKind == JsonValueKind.Array && after.GetArrayLength() > 0,
        _ => false,
    };

    private void PatchMapping(SourceMapping mapping, JsonElement before, JsonElement after)
    {
        var layout = mapping.Layout!;
        var entries = new MappingEntries(mapping);
        var old = before.EnumerateObject().ToDictionary(member => member.Name, member => member.Value);
        foreach (var member in after.EnumerateObject())
        {
            if (entries.Find(member.Name) is { } index)
            {
                foreach (var replaced in entries.TakeReplaced(index))
                    CopyReplaced(mapping.Entries[replaced], layout.Lines[replaced], layout.Column, after);
                CopyCommentsOf(entries.TakeMerge(index));
                PatchEntry(mapping.Entries[index], layout.Lines[index], layout.Column, old[member.Name], member.Value);
                continue;
            }
            if (old.ContainsKey(member.Name))
                CopyCommentsOf(entries.TakeMerge());
            else
                CopySpacing(layout);
            _block.WriteMember(member.Name, member.Value, layout.Column);
        }
        CopyCommentsOf(entries.TakeMerge());
    }

    /// <summary>Copies the comments beside <c>&lt;&lt;</c>, whose members are written instead of it.</summary>
    private void CopyCommentsOf(EntryLines? merge)
    {
        if (merge is null)
            return;
        _output.CopyGap(_text, merge.LeadStart, merge.Start);
        _output.CopyGap(_text, merge.ContentEnd, merge.End);
    }

    /// <summary>Copies an entry without effect, as long as a later one of its name stays.</summary>
    private void CopyReplaced(SourceEntry entry, EntryLines lines, int column, JsonElement after)
    {
        if (!_keepsReplaced || !entry.CanBeCopied || !after.TryGetProperty(entry.Name, out _))
            return;
        _output.CopyGap(_text, lines.LeadStart, lines.Start);
        _output.Indent(column);
        CopyLines(entry, lines, column);
    }

    /// <summary>Writes blank lines before a new entry when the other entries are separated by blank lines.</summary>
    private void CopySpacing(BlockLayout layout)
    {
        var last = layout.Lines[^1];
        if (layout.Lines.Count > 1 && !_output.IsMidLine)
            _output.CopyGap(_text, last.LeadStart, TextLines.SkipBlankLines(_text, last.LeadStart, last.Start));
    }

    private void PatchSequence(SourceSequence sequence, JsonElement before, JsonElement after)
    {
        var layout = sequence.Layout!;
        foreach (var (old, item) in ItemPairs.Match(before, after))
        {
            if (old is { } pair)
                PatchEntry(sequence.Entries[pair.Index], layout.Lines[pair.Index], layout.Column, pair.Item, item);
            else
                _block.WriteItem(item, layout.Column);
        }
    }

    private void PatchEntry(SourceEntry entry, EntryLines lines, int column, JsonElement before, JsonElement after)
    {
        _output.CopyGap(_text, lines.LeadStart, lines.Start);
        _output.Indent(column);
        if (entry.CanBeCopied && CanonicalJson.AreEqual(before, after))
        {
            CopyLines(entry, lines, column);
            return;
        }
        if (entry.HasAliasKey)
            _block.WriteMember(entry.Name, after, column);
        else if (CanPatch(entry.Value, after))
            PatchCollection(entry, (SourceCollection)entry.Value, before, after);
        else
            Rewrite(entry, column, after);
        _output.CopyGap(_text, lines.ContentEnd, lines.End);
    }

    private void CopyLines(SourceEntry entry, EntryLines lines, int column)
    {
        _output.Append(_text.AsSpan(entry.Head.Start, lines.End - entry.Head.Start)).StartLine();
        if (entry.FinalChomping is { } chomping && lines.End == lines.ContentEnd)
            _output.MarkBlockScalar(new(column, chomping, lines.End));
    }

    private void PatchCollection(SourceEntry entry, SourceCollection value, JsonElement before, JsonElement after)
    {
        _output.Append(_text.AsSpan(entry.Head.Start, value.Layout!.Lines[0].LeadStart - entry.Head.Start));
        if (value is SourceMapping mapping)
            PatchMapping(mapping, before, after);
        else
            PatchSequence((SourceSequence)value, before, after);
    }

    private void Rewrite(SourceEntry entry, int column, JsonElement after)
    {
        var isOnNextLines = entry.Value is SourceCollection { Layout: not null };
        _output.CommentNextLineEnd(TextLines.CommentAfter(_text, isOnNextLines ? entry.Head.End : entry.Value.Span.End));
        _output.Append(_text.AsSpan(entry.Head.Start, entry.Head.End - entry.Head.Start));
        _block.WriteValue(after, column, _text[entry.Head.End - 1] == '-' ? ValuePosition.AfterDash : ValuePosition.AfterKey);
    }
}
