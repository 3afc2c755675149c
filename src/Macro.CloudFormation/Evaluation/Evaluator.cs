using Macro.CloudFormation.Intrinsics;
using Macro.Json;

namespace Macro.CloudFormation.Evaluation;

/// <summary>
/// Evaluates intrinsic functions with what a macro event tells. A value that only the deployment knows is unknown (null); nothing throws.
/// Work is bounded: an expression is unknown when it takes more than <see cref="MaxSteps"/> steps (a text takes one more for each
/// <see cref="CharactersPerStep"/> characters), nests deeper than <see cref="MaxDepth"/>, or makes a text of more than
/// <see cref="MaxTextLength"/> characters.
/// </summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html</remarks>
public sealed partial class Evaluator
{
    /// <summary>The number of steps that one expression may take.</summary>
    public const int MaxSteps = 10_000;

    /// <summary>The number of levels that one expression may have.</summary>
    public const int MaxDepth = 128;

    /// <summary>The number of characters (UTF-16 code units) that one text may have.</summary>
    public const int MaxTextLength = 65_536;

    /// <summary>The number of characters of a text that count as one step.</summary>
    public const int CharactersPerStep = 16;

    private readonly TemplateValues _values;
    private readonly ObjectNode? _mappings;
    private readonly Conditions _conditions;
    private int _steps;
    private int _depth;

    /// <summary>Makes an evaluator of one template.</summary>
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
    public Node? Evaluate(Node? node) => Evaluate(node, symbol: null);

    /// <summary>The text of a string, number or boolean after evaluation; null: unknown or something else.</summary>
    public string? Text(Node? node) => Spell(Evaluate(node), symbol: null);

    /// <summary>
    /// The texts of a list after evaluation; null when the list or an item is unknown. Items that are <c>AWS::NoValue</c> are left out.
    /// </summary>
    public IReadOnlyList<string>? Texts(Node? node) => Texts(node, symbol: null);

    /// <summary>The truth of a condition of the template; null: unknown.</summary>
    public bool? Condition(string name) => _conditions.Named(name);

    /// <summary>
    /// The symbolic mode of <see cref="Text(Node?)"/>: <paramref name="symbol"/> gives the text of a reference (<c>Name</c> or
    /// <c>Name.Attribute</c>) that only the deployment knows; any other part that is unknown is its JSON. Null: the bounds are exceeded.
    /// </summary>
    internal string? Text(Node? node, Func<string, string> symbol) => Spell(Evaluate(node, symbol), symbol);

    private Node? Evaluate(Node? node, Func<string, string>? symbol)
    {
        if (_depth == 0) _steps = 0;
        if (node is null || ++_steps > MaxSteps || _depth >= MaxDepth) return null;
        _depth++;
        try
        {
            if (Intrinsic.Name(node) is not { } function) return node;
            var value = Call(function, ((ObjectNode)node).SingleMember!.Value.Value, node, symbol);
            return value is null && symbol is not null ? Json(node) : value;
        }
        finally
        {
            _depth--;
        }
    }

    private Node? Call(string function, Node argument, Node whole, Func<string, string>? symbol) => function switch
    {
        "Ref" => Intrinsic.IsNoValue(whole) ? whole : argument.Text is { } name ? Reference(name, symbol) : null,
        "Fn::GetAtt" => symbol is null ? null : new ScalarNode(symbol(AttributePath(argument))),
        "Fn::Sub" => Sub(argument, symbol),
        "Fn::Join" => argument is ArrayNode { Count: 2 } join ? Join(join, symbol) : null,
        "Fn::If" => argument is ArrayNode { Count: 3 } branches ? If(branches, symbol) : null,
        "Fn::FindInMap" => FindInMap(argument as ArrayNode),
        "Fn::Split" => argument is ArrayNode { Count: 2 } split ? Split(split) : null,
        "Fn::Select" => argument is ArrayNode { Count: 2 } select ? Select(select) : null,
        "Fn::Equals" or "Fn::And" or "Fn::Or" or "Fn::Not" or "Condition" =>
            _conditions.Evaluate(whole) is { } truth ? new ScalarNode(truth ? "true" : "false") : null,
        _ => null,
    };
}
