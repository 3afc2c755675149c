using Macro.Json;

namespace Macro.CloudFormation.Evaluation;

/// <summary>
/// Evaluates the template's conditions. One that depends on an unknown value, on itself, or on a chain of more than
/// <see cref="Evaluator.MaxDepth"/> others is unknown (null).
/// </summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-conditions.html</remarks>
internal sealed class Conditions(ObjectNode? section, Func<Node?, Node?> evaluate)
{
    private readonly Dictionary<string, bool?> _named = [];
    private int _depth;

    /// <summary>Evaluates a condition of the section <c>Conditions</c> by its name; null if it is unknown.</summary>
    public bool? Named(string name)
    {
        if (_named.TryGetValue(name, out var known)) return known;
        _named[name] = null;
        return _named[name] = section?[name] is { } condition ? Evaluate(condition) : null;
    }

    /// <summary>Evaluates a condition function; null if it is unknown.</summary>
    public bool? Evaluate(Node node)
    {
        if (_depth >= Evaluator.MaxDepth || node is not ObjectNode { SingleMember: { } call }) return null;
        _depth++;
        try
        {
            return Call(call);
        }
        finally
        {
            _depth--;
        }
    }

    private bool? Call(KeyValuePair<string, Node> call) => call switch
    {
        { Key: "Condition", Value.Text: { } name } => Named(name),
        { Key: "Fn::Equals", Value: ArrayNode { Count: 2 } pair } => AreEqual(pair[0], pair[1]),
        { Key: "Fn::Not", Value: ArrayNode { Count: 1 } only } => !Evaluate(only[0]),
        { Key: "Fn::And", Value: ArrayNode all } => all.Aggregate((bool?)true, (sofar, item) => sofar & Evaluate(item)),
        { Key: "Fn::Or", Value: ArrayNode any } => any.Aggregate((bool?)false, (sofar, item) => sofar | Evaluate(item)),
        _ => null,
    };

    private bool? AreEqual(Node left, Node right) =>
        evaluate(left) is ScalarNode { Spelling: { } a } && evaluate(right) is ScalarNode { Spelling: { } b } ? a == b : null;
}
