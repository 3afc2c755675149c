using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Intrinsics;
using Macro.Core.Pipeline;
using Macro.Json;

namespace Macro.Core.Tags;

/// <summary>
/// The resource tags of a function or state machine: a list of keys and values, or a map in SAM. An edit applies to every branch of
/// <c>Fn::If</c>.
/// </summary>
internal sealed class TagSet
{
    private static readonly MemberName Tags = "Tags";
    private static readonly MemberName Value = "Value";
    private readonly ObjectNode? _inherited;
    private readonly Evaluator _evaluator;
    private readonly ObjectNode _properties;
    private readonly ResourceEditor _editor;
    private readonly Func<Node> _none;
    private BranchList<Node> _branches;

    /// <summary>Opens the property <c>Tags</c>.</summary>
    /// <param name="properties">The resource's properties.</param>
    /// <param name="inherited">Properties that SAM adds from <c>Globals</c>.</param>
    /// <param name="none">Creates an empty set of tags in the resource's shape.</param>
    /// <param name="evaluator">Evaluates keys that are expressions.</param>
    /// <param name="editor">Records and makes the edits.</param>
    public TagSet(ObjectNode properties, ObjectNode? inherited, Func<Node> none, Evaluator evaluator, ResourceEditor editor)
    {
        _properties = properties;
        _editor = editor;
        _inherited = inherited?["Tags"u8] as ObjectNode;
        _evaluator = evaluator;
        _none = none;
        ConditionalValue.Edit(properties, Tags, this, static (tags, self) =>
        {
            var branch = tags ?? self._none();
            self._branches.Add(branch);
            return branch;
        });
    }

    /// <summary>The minimum number of tags that the resource will have, in the branch with the most tags.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var branch in _branches) count = Math.Max(count, CountOf(branch));
            return count;
        }
    }

    /// <summary>Whether tags can be added: the property must be a list or map, absent, or <c>Fn::If</c> over these.</summary>
    public static bool CanEdit(ObjectNode properties) => ConditionalValue.All(properties["Tags"u8], tags =>
        tags is null or ArrayNode || tags is ObjectNode && !Intrinsic.Is(tags));

    /// <summary>Whether a branch has the tag, with exactly this value unless it is null.</summary>
    public bool Has(MemberName key, string? value = null)
    {
        foreach (var branch in _branches)
        {
            if (Contains(branch, key, value)) return true;
        }
        return false;
    }

    /// <summary>Sets a tag where no tag of that key exists.</summary>
    public void SetIfAbsent(Tag tag, InstrumentationMemory memory)
    {
        if (memory.IsRecording && !Has(tag.Name)) memory.AddedTags.Add(tag.Name.Text);
        foreach (var branch in _branches)
        {
            if (!Contains(branch, tag.Name) && _inherited?[tag.Name] is null) Append(branch, tag);
        }
    }

    /// <summary>Sets a tag, and replaces an existing one of that key.</summary>
    public void Set(Tag tag, InstrumentationMemory memory)
    {
        if (memory.IsRecording) memory.Remember(PreviousTag(tag.Name.Text), ValueOf(tag.Name));
        foreach (var branch in _branches)
        {
            if (!Contains(branch, tag.Name)) Append(branch, tag);
            else if (branch is ObjectNode map) _editor.Set(ChangeKind.Tag, tag.Name.Text, map, tag.Name, tag.Value);
            else Replace((ArrayNode)branch, tag);
        }
    }

    /// <summary>Removes a tag from a literal list or map.</summary>
    public void Remove(string key)
    {
        if (_properties[Tags] is ArrayNode list && list.Any(item => IsTag(item, key, null)))
        {
            var others = ArrayNode.From(list.Where(item => !IsTag(item, key, null)));
            _editor.Set(ChangeKind.Tag, null, _properties, Tags, others.Count > 0 ? others : null);
            _branches = default;
            _branches.Add(others);
        }
        else if (_properties[Tags] is ObjectNode map && !Intrinsic.Is(map) && map[(MemberName)key] is not null)
        {
            _editor.Set(ChangeKind.Tag, key, map, key, null);
        }
    }

    /// <summary>Removes a tag, or restores the value that <see cref="Set"/> replaced.</summary>
    public void Restore(string key, InstrumentationMemory memory)
    {
        if (memory.Recall(PreviousTag(key)) is { } value) Set(new Tag(key, value), InstrumentationMemory.None);
        else Remove(key);
    }

    /// <summary>Replaces the whole item, since the lists of several resources may share it, unless it has more members.</summary>
    private void Replace(ArrayNode list, Tag tag)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is not ObjectNode item || !HasKey(item, tag.Name)) continue;
            if (item["Value"u8]?.IsSameAs(tag.Value) is true) continue;
            if (item.Count > 2) _editor.Set(ChangeKind.Tag, tag.Name.Text, item, Value, tag.Value);
            else _editor.Replace(ChangeKind.Tag, tag.Name.Text, list, i, tag.Item);
        }
    }

    private void Append(Node branch, Tag tag)
    {
        if (branch is ObjectNode map) _editor.Set(ChangeKind.Tag, tag.Name.Text, map, tag.Name, tag.Value);
        else _editor.Append(ChangeKind.Tag, tag.Name.Text, (ArrayNode)branch, tag.Item);
    }

    private static string PreviousTag(string key) => $"tag:{key}";

    /// <summary>The text of a tag in the first branch that has it; null when there is none.</summary>
    private string? ValueOf(MemberName key)
    {
        foreach (var branch in _branches)
        {
            if (branch is ObjectNode map && map[key]?.Text is { } text) return text;
            if (branch is ArrayNode list && list.OfType<ObjectNode>().FirstOrDefault(tag => HasKey(tag, key)) is { } item)
                return item.TextOf("Value"u8);
        }
        return null;
    }

    private int CountOf(Node branch) => branch is ArrayNode list
        ? ConditionalValue.CountCertain(list)
        : ((ObjectNode)branch).Values.Count(tag => !Intrinsic.IsNoValue(tag)) + InheritedCount((ObjectNode)branch);

    private int InheritedCount(ObjectNode branch) => _inherited?.CountJsonBytes(_ => false, except: branch).Members ?? 0;

    private bool Contains(Node branch, MemberName key, string? value = null)
    {
        if (branch is ObjectNode map) return map[key] is { } found && (value is null || found.Text == value);
        var list = (ArrayNode)branch;
        for (var i = 0; i < list.Count; i++)
        {
            if (IsTag(list[i], key, value)) return true;
        }
        return false;
    }

    /// <summary>Whether an item is the tag, directly or in a branch of <c>Fn::If</c>.</summary>
    private bool IsTag(Node item, MemberName key, string? value)
    {
        if (Intrinsic.If(item) is { } branches) return IsTag(branches[1], key, value) || IsTag(branches[2], key, value);
        return item is ObjectNode tag && HasKey(tag, key) && (value is null || tag.TextOf("Value"u8) == value);
    }

    private bool HasKey(ObjectNode tag, MemberName key) =>
        tag.TextEquals("Key"u8, key) ?? _evaluator.Text(tag["Key"u8]) == key.Text;
}
