using Macro.CloudFormation.Templates;
using Macro.Json;

namespace Macro.CloudFormation.Evaluation;

/// <summary>
/// Reads names as far as the template tells them: literal text, with <c>${…}</c> for what only the deployment knows. Expressions of the
/// same name give the same text, whether they spell it out, use <c>Fn::Sub</c> or <c>Fn::Join</c>, or refer to the resource that has it.
/// </summary>
/// <param name="template">The template, for the names of its resources.</param>
/// <param name="evaluator">Interprets the intrinsic functions.</param>
public sealed class SymbolicEvaluator(Template template, Evaluator evaluator)
{
    /// <summary>Names of AWS are shorter, and expressions that refer to each other could make texts without end.</summary>
    private const int MaxLength = 512;

    private readonly Dictionary<string, string> _references = [];

    /// <summary>The text of a name; the JSON of an expression that cannot be interpreted, or gives more than 512 characters.</summary>
    public string Read(Node expression) =>
        evaluator.Text(expression, Reference) is { Length: <= MaxLength } text ? text : expression.ToString();

    /// <summary>What <c>Ref</c> gives for a resource: the name of a log group or function; <c>${LogicalId}</c>: unknown.</summary>
    public string Ref(string logicalId) => Reference(logicalId);

    /// <summary>What a reference such as <c>Group</c> or <c>Group.Arn</c> gives; a name that refers to itself is unknown.</summary>
    private string Reference(string path)
    {
        if (_references.TryGetValue(path, out var known)) return known;
        var unknown = _references[path] = $"${{{path}}}";
        return NameExpression(path) is { } name ? _references[path] = Read(name) : unknown;
    }

    private Node? NameExpression(string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0) return template.Find(path) is { } resource ? NameOf(resource) : null;
        // CDK refers to a group whose retention it sets by an attribute of the custom resource that sets it.
        return path[(dot + 1)..] == "LogGroupName" ? template.Find(path[..dot])?.Property("LogGroupName"u8) : null;
    }

    private static Node? NameOf(Resource resource) => resource.Type switch
    {
        ResourceTypes.LogGroup => resource.Property("LogGroupName"u8),
        ResourceTypes.LambdaFunction or ResourceTypes.ServerlessFunction => resource.Property("FunctionName"u8),
        _ => null,
    };
}
