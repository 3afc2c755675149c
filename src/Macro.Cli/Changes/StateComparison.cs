using System.Text;
using System.Text.Json;
using Macro.Cli.Templates.Reading;
using Macro.CloudFormation.Intrinsics;
using Macro.Core.StepFunctions.Definitions;
using Macro.Json;

namespace Macro.Cli.Changes;

/// <summary>Compares the states of a state machine's definition, in whatever form the template gives it.</summary>
internal static class StateComparison
{
    private const string TraceContext = "trace context";
    private static readonly string[] Nested = ["ItemProcessor", "Iterator", "Branches"];

    /// <summary>The states that are edited; none when a definition cannot be read.</summary>
    /// <param name="before">The property before.</param>
    /// <param name="after">The property after.</param>
    /// <param name="substitutions">What names in the definition stand for; null for nothing.</param>
    public static IEnumerable<Change> Compare(Node? before, Node? after, ObjectNode? substitutions) =>
        NamedValue.Compare(ChangeKind.State, States(before, substitutions), States(after, substitutions))
            .Select(state => state with { Before = null, After = TraceContext });

    private static IEnumerable<NamedValue> States(Node? property, ObjectNode? substitutions) => PropertyValues.Branches(property).SelectMany(branch =>
    {
        var literal = Intrinsic.Argument(branch, "Fn::ToJsonString"u8) ?? branch;
        return literal is ObjectNode root && !Intrinsic.Is(root) ? Walk(root, name => name)
            : TextForm.Parse(branch, substitutions) is { } form && Placeholders.Create([.. form.Read()]) is { } text ? Parse(text)
            : [];
    });

    private static List<NamedValue> Parse(Placeholders text)
    {
        try
        {
            using var index = JsonIndex.Read(Encoding.UTF8.GetBytes(text.Json), FileLimits.MaxDepth);
            return Node.Create(index.Root) is ObjectNode root ? [.. Walk(root, text.Show)] : [];
        }
        catch (Exception fault) when (fault is JsonException or DuplicateKeyException)
        {
            // The macro has said so in a warning.
            return [];
        }
    }

    /// <summary>Each state with its own fields, at any depth.</summary>
    private static IEnumerable<NamedValue> Walk(ObjectNode parent, Func<string, string> show)
    {
        if (parent["States"u8] is not ObjectNode states) yield break;
        foreach (var (name, body) in states.Where(state => state.Value is ObjectNode).Select(state => (state.Key, (ObjectNode)state.Value)))
        {
            var fields = body.ToLookup(field => Nested.Contains(field.Key));
            yield return new NamedValue(show(name), string.Concat(fields[false].Select(field => $"{field.Key}:{field.Value}")));
            var inner = fields[true].SelectMany(field => field.Value as IEnumerable<Node> ?? [field.Value]);
            foreach (var state in inner.OfType<ObjectNode>().SelectMany(child => Walk(child, show))) yield return state;
        }
    }
}
