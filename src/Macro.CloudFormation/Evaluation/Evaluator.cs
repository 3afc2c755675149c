using Macro.CloudFormation.Intrinsics;
using Macro.Json;

namespace Macro.CloudFormation.Evaluation;

/// <summary>
/// Evaluates intrinsic functions with the data of a macro event. A value that cannot be resolved before the deployment is unknown (null).
/// Never throws. To bound the work, an expression is also unknown if it takes more than <see cref="MaxSteps"/> steps (a text takes one
/// more step for each <see cref="CharactersPerStep"/> characters), is nested more than <see cref="MaxDepth"/> levels deep, or produces a
/// text of more than <see cref="MaxTextLength"/> characters.
/// </summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html</remarks>
public sealed partial class Evaluator
{
    /// <summary>The maximum number of steps of one expression.</summary>
    public const int MaxSteps = 10_000;

    /// <summary>The maximum depth of one expression.</summary>
    public const int MaxDepth = 128;

    /// <summary>The maximum length of one text, in UTF-16 code units.</summary>
    public const int MaxTextLength = 65_536;

    /// <summary>The number of characters of a text that count as one step.</summary>
    public const int CharactersPerStep = 16;

    private readonly TemplateValues _values;
    private readonly ObjectNode? _mappings;
    private readonly Conditions _conditions;
    private int _steps;
    private int _depth;

    /// <summary>Creates an evaluator for one template.</summary>
    /// <param name="template">The template as a whole, for its mappings and conditions.</param>
    /// <param name="values">The values of parameters and pseudo parameters.</param>
    public Evaluator(ObjectNode template, TemplateValues values)
    {
        _values = values;
        _mappings = template["Mappings"u8] as ObjectNode;
        _conditions = new Conditions(template["Conditions"u8] as ObjectNode, Evaluate);
    }

    /// <summary>
    /// Evaluates the intrinsic function at the root of a value. Returns a scalar, an array (with unevaluated items), an object, or
    /// <c>Ref: AWS::NoValue</c> itself; null if the value is unknown.
    /// </summary>
    public Node? Evaluate(Node? node) => Evaluate(node, symbol: null);

    /// <summary>Evaluates a value and returns the text of a string, number or boolean; null if it is unknown or of another type.</summary>
    public string? Text(Node? node) => Spell(Evaluate(node), symbol: null);

    /// <summary>
    /// Evaluates a list and returns the texts of its items, without <c>AWS::NoValue</c>; null if the list or an item is unknown.
    /// </summary>
    public IReadOnlyList<string>? Texts(Node? node) => Texts(node, symbol: null);

    /// <summary>Evaluates a condition of the template by its name; null if it is unknown.</summary>
    public bool? Condition(string name) => _conditions.Named(name);

    /// <summary>
    /// Like <see cref="Text(Node?)"/>, in symbolic mode: <paramref name="symbol"/> returns the text of an unresolved reference (<c>Name</c>
    /// or <c>Name.Attribute</c>), and any other unknown part is written as its JSON. Null if a limit is exceeded.
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
        "Fn::Split" => argument is ArrayNode { Count: 2 } split ? Split(split, symbol) : null,
        "Fn::Select" => argument is ArrayNode { Count: 2 } select ? Select(select, symbol) : null,
        "Fn::Equals" or "Fn::And" or "Fn::Or" or "Fn::Not" or "Condition" =>
            _conditions.Evaluate(whole) is { } truth ? new ScalarNode(truth ? "true" : "false") : null,
        _ => null,
    };
}
