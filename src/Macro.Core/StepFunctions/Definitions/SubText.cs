using Macro.CloudFormation.Intrinsics;
using Macro.Json;

namespace Macro.Core.StepFunctions.Definitions;

/// <summary>A text that is an <c>Fn::Sub</c>, with or without a map of its own variables.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html</remarks>
internal sealed class SubText : TextForm
{
    private readonly ObjectNode _call;
    private readonly ArrayNode? _list;
    private readonly string _text;
    private readonly ObjectNode? _substitutions;

    private SubText(ObjectNode call, ArrayNode? list, string text, ObjectNode? substitutions) =>
        (_call, _list, _text, _substitutions) = (call, list, text, substitutions);

    public static SubText? Parse(Node argument, ObjectNode call, ObjectNode? substitutions) => argument switch
    {
        { Text: { } text } => new(call, null, text, substitutions),
        ArrayNode { Count: 2 } list when list[0].Text is { } text && list[1] is ObjectNode => new(call, list, text, substitutions),
        _ => null,
    };

    /// <summary>The parts of the text. <c>${!Name}</c> results in <c>${Name}</c>, which may have a substitution.</summary>
    public override IEnumerable<TextPart> Read() => SubTemplate.Parse(_text).Select(part =>
        part.IsName ? new(part.Source, ValueOf(part.Text))
        : part.Source == part.Text ? new TextPart(part.Source)
        : new(part.Source, _substitutions?[part.Text[2..^1]] ?? part.Text));

    public override Node Write(IReadOnlyList<TextPart> parts)
    {
        var text = string.Concat(parts.Select(part => part.Source));
        if (_list is null) _call["Fn::Sub"] = text;
        else _list[0] = text;
        return _call;
    }

    private Node ValueOf(string name) => ((ObjectNode?)_list?[1])?[name] ?? Intrinsic.MakeSub($"${{{name}}}");
}
