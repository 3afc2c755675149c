using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Intrinsics;
using Macro.Json;

namespace Macro.Cli.LanguageExtensions;

/// <summary>
/// Expands what <c>AWS::LanguageExtensions</c> adds to templates: <c>Fn::ForEach</c>, <c>Fn::Length</c>, <c>Fn::ToJsonString</c> and
/// <c>Fn::FindInMap</c> with a default. What depends on a value that only the deployment knows stays as it is.
/// </summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-languageextensions.html
/// </remarks>
internal sealed class Expansion(Evaluator evaluator)
{
    /// <summary>The maximum number of values of an expanded template; CloudFormation's limit of 1,000,000 bytes allows fewer.</summary>
    private const int MaxValues = 500_000;

    /// <summary>The number of characters of a text that count as one value.</summary>
    private const int CharactersPerValue = 16;

    private static readonly MemberName[] Sections = ["Conditions", "Resources", "Outputs"];
    private readonly Dictionary<string, string> _loops = [];
    private readonly ListFunctions _functions = new(evaluator);
    private int _values;
    private bool _hasDuplicate;

    /// <summary>The loops that create resources, by the logical ids of the resources.</summary>
    public IReadOnlyDictionary<string, string> LoopsOfResources => _loops;

    /// <summary>Expands a template in place.</summary>
    /// <returns>False when two iterations create the same name, or the result is too large; the template must not be used then.</returns>
    public bool TryExpand(ObjectNode template)
    {
        foreach (var section in Sections)
        {
            if (template[section] is not ObjectNode members || Intrinsic.Is(members) && !IsLoop(members.SingleName!)) continue;
            var expanded = new ObjectNode();
            foreach (var (name, value) in members)
            {
                var before = expanded.Count;
                AddMember(expanded, name, value, LoopScope.Empty);
                if (section.Text != "Resources" || !IsLoop(name)) continue;
                foreach (var (created, _) in expanded.Skip(before)) _loops[created] = name;
            }
            template[section] = expanded;
        }
        return !_hasDuplicate && _values <= MaxValues;
    }

    private static bool IsLoop(string name) => name.StartsWith("Fn::ForEach::", StringComparison.Ordinal);

    private void AddMember(ObjectNode target, string name, Node value, LoopScope scope)
    {
        if (IsLoop(name) && value is ArrayNode { Count: 3 } loop && TryRepeat(target, loop, scope)) return;
        var key = (MemberName)scope.Substitute(name);
        if (target.Contains(key.Utf8)) _hasDuplicate = true;
        else target.Add(key, Expand(value, scope));
    }

    /// <summary>Adds the members that a loop creates; false when its list is not known.</summary>
    private bool TryRepeat(ObjectNode target, ArrayNode loop, LoopScope scope)
    {
        if (loop[0].Text is not { } identifier || loop[2] is not ObjectNode body) return false;
        if (evaluator.Texts(Expand(loop[1], scope)) is not { } items) return false;
        foreach (var item in items)
        {
            if (_values > MaxValues) return true;
            foreach (var (name, value) in body) AddMember(target, name, value, scope.With(identifier, item));
        }
        return true;
    }

    private Node Expand(Node node, LoopScope scope)
    {
        if (++_values > MaxValues) return node;
        switch (node)
        {
            case ScalarNode { Text: { } text }:
                _values += text.Length / CharactersPerValue;
                return scope.Substitute(text);
            case ArrayNode list:
                return ArrayNode.From(list.Select(item => Expand(item, scope)));
            case ObjectNode members:
                if (Intrinsic.Argument(members, "Ref"u8)?.Text is { } name && scope.Value(name) is { } value) return value;
                var expanded = new ObjectNode();
                foreach (var (key, member) in members) AddMember(expanded, key, member, scope);
                return _functions.Evaluate(expanded);
            default:
                return node;
        }
    }
}
