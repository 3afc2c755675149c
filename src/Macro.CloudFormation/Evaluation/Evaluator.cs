using System.Globalization;
using Macro.CloudFormation.Intrinsics;
using Macro.Json;

namespace Macro.CloudFormation.Evaluation;

/// <summary>
/// Evaluates intrinsic functions with what a macro event tells. A value that only the deployment knows is unknown (null); nothing throws.
/// Work is bounded: an expression that takes more than <see cref="MaxSteps"/> steps (of which making a text takes one for each
/// <see cref="CharactersPerStep"/> characters), nests deeper than <see cref="MaxDepth"/>, or makes a text of more than
/// <see cref="MaxTextLength"/> characters is unknown.
/// </summary>
internal sealed class Evaluator
{
    public const int MaxSteps = 10_000;
    public const int MaxDepth = 128;
    public const int MaxTextLength = 65_536;
    public const int CharactersPerStep = 16;

    private readonly TemplateValues _values;
    private readonly ObjectNode? _mappings;
    private readonly Conditions _conditions;
    private int _steps;
    private int _depth;

    /// <param name="template">The template as a whole, for its mappings and conditions.</param>
    /// <param name="values">What references to parameters give.</param>
    public Evaluator(ObjectNode template, TemplateValues values)
    {
        _values = values;
        _mappings = template["Mappings"u8] as ObjectNode;
        _conditions = new Conditions(template["Conditions"u8] as ObjectNode, Evaluate);
    }

    /// <summary>
    /// The value without an intrinsic function at its root: a scalar, an array (its items still to be evaluated), an object, or
    /// <c>Ref: AWS::NoValue</c> itself. Null: unknown.
    /// </summary>
    public Node? Evaluate(Node? node)
    {
        if (_depth == 0) _steps = 0;
        if (node is null || ++_steps > MaxSteps || _depth >= MaxDepth) return null;
        _depth++;
        try
        {
            return Intrinsic.Name(node) is { } function ? Call(function, ((ObjectNode)node).Single!.Value.Value, node) : node;
        }
        finally
        {
            _depth--;
        }
    }

    /// <summary>The text of a string, number or boolean after evaluation; null: unknown or something else.</summary>
    public string? Text(Node? node) => (Evaluate(node) as ScalarNode)?.Spelling;

    /// <summary>The texts of a list after evaluation; null when the list or one of its items is unknown. <c>AWS::NoValue</c> items fall out.</summary>
    public List<string>? Texts(Node? node)
    {
        if (Evaluate(node) is not ArrayNode list) return null;
        var texts = new List<string>(list.Count);
        foreach (var item in list)
        {
            var value = Evaluate(item);
            if (Intrinsic.IsNoValue(value)) continue;
            if ((value as ScalarNode)?.Spelling is not { } text) return null;
            texts.Add(text);
        }
        return texts;
    }

    /// <summary>The truth of a condition of the template; null: unknown.</summary>
    public bool? Condition(string name) => _conditions.Named(name);

    private Node? Call(string function, Node argument, Node whole) => function switch
    {
        "Ref" => Intrinsic.IsNoValue(whole) ? whole : argument.Text is { } name ? _values.Ref(name) : null,
        "Fn::FindInMap" => FindInMap(argument as ArrayNode),
        "Fn::Sub" => Sub(argument),
        "Fn::Join" => argument is ArrayNode { Count: 2 } join && Text(join[0]) is { } separator && Texts(join[1]) is { } texts
            ? Join(separator, texts)
            : null,
        "Fn::Split" => argument is ArrayNode { Count: 2 } split && Text(split[0]) is { Length: > 0 } separator && Text(split[1]) is { } text
            ? Pay(text.Length) ? TextList(text.Split(separator)) : null
            : null,
        "Fn::Select" => argument is ArrayNode { Count: 2 } select ? Select(select) : null,
        "Fn::If" => argument is ArrayNode { Count: 3 } branches ? If(branches) : null,
        "Fn::Equals" or "Fn::And" or "Fn::Or" or "Fn::Not" or "Condition" =>
            _conditions.Evaluate(whole) is { } truth ? new ScalarNode(truth ? "true" : "false") : null,
        _ => null,
    };

    private Node? If(ArrayNode branches) => branches[0].Text is { } name && _conditions.Named(name) is { } truth
        ? Evaluate(branches[truth ? 1 : 2])
        : null;

    private Node? FindInMap(ArrayNode? path)
    {
        if (path is null || path.Count < 3 || _mappings is null) return null;
        return Text(path[0]) is { } map && _mappings[map] is ObjectNode level
            && Text(path[1]) is { } first && level[first] is ObjectNode entry
            && Text(path[2]) is { } second ? entry[second] : null;
    }

    private Node? Select(ArrayNode call) =>
        int.TryParse(Text(call[0]), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && Evaluate(call[1]) is ArrayNode list && index < list.Count
            ? Evaluate(list[index])
            : null;

    private ScalarNode? Sub(Node argument)
    {
        var names = argument is ArrayNode { Count: 2 } list ? list[1] as ObjectNode : null;
        var template = names is null ? argument.Text : ((ArrayNode)argument)[0].Text;
        if (template is null) return null;
        var result = new System.Text.StringBuilder();
        foreach (var part in SubTemplate.Parse(template))
        {
            var text = !part.IsName ? part.Text
                : names?[part.Text] is { } own ? Text(own)
                : part.Text.Contains('.', StringComparison.Ordinal) ? null
                : (_values.Ref(part.Text) as ScalarNode)?.Spelling;
            if (text is null || ++_steps > MaxSteps || result.Length + text.Length > MaxTextLength) return null;
            result.Append(text);
        }
        return Pay(result.Length) ? new ScalarNode(result.ToString()) : null;
    }

    private ScalarNode? Join(string separator, List<string> texts)
    {
        var length = texts.Sum(text => (long)text.Length + separator.Length) - separator.Length;
        return length <= 0 ? new ScalarNode("") : length <= MaxTextLength && Pay((int)length) ? new ScalarNode(string.Join(separator, texts)) : null;
    }

    /// <summary>Counts the steps of making a text; false when they are too many.</summary>
    private bool Pay(int characters) => (_steps += characters / CharactersPerStep) <= MaxSteps;

    private static ArrayNode TextList(IEnumerable<string> texts)
    {
        var list = new ArrayNode();
        foreach (var text in texts) list.Add(text);
        return list;
    }
}
