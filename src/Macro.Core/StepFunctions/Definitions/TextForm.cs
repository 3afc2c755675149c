using Macro.CloudFormation.Intrinsics;
using Macro.Json;

namespace Macro.Core.StepFunctions.Definitions;

/// <summary>A text in one of the forms that a template supports. It can be split into parts and written again.</summary>
internal abstract class TextForm
{
    /// <summary>The parts in order.</summary>
    public abstract IEnumerable<TextPart> Read();

    /// <summary>The value in the same form with other parts; parts that are not plain text must come from <see cref="Read"/>.</summary>
    public abstract Node Write(IReadOnlyList<TextPart> parts);

    /// <summary>The form of a value: a string, <c>Fn::Sub</c> or <c>Fn::Join</c>; null for everything else.</summary>
    /// <param name="node">The value.</param>
    /// <param name="substitutions">The values of <c>${Name}</c> in the resulting text; null for none.</param>
    public static TextForm? Parse(Node node, ObjectNode? substitutions) => node switch
    {
        { Text: { } text } => new PlainText(text, substitutions),
        ObjectNode { SingleMember: { Key: "Fn::Sub" } call } => SubText.Parse(call.Value, (ObjectNode)node, substitutions),
        ObjectNode { SingleMember: { Key: "Fn::Join", Value: ArrayNode { Count: 2 } call } } => JoinText.Parse(call, node, substitutions),
        _ => null,
    };

    /// <summary>Splits a text at the names that have a substitution.</summary>
    protected static IEnumerable<TextPart> Split(string text, ObjectNode? substitutions)
    {
        if (substitutions is null) return [new TextPart(text)];
        return SubTemplate.Parse(text).Select(part => new TextPart(part.Source, part.IsName ? substitutions[part.Text] : null));
    }
}
