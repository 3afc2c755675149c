using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Json;

namespace Macro.CloudFormation.Evaluation;

/// <summary>
/// Evaluates names as far as the template determines them: literal text, with <c>${…}</c> for parts that only the deployment knows.
/// Expressions for the same name result in the same text, whether they use a literal, <c>Fn::Sub</c>, <c>Fn::Join</c> or a reference.
/// </summary>
/// <param name="template">The template, for the names of its resources.</param>
/// <param name="evaluator">Evaluates the intrinsic functions.</param>
public sealed class SymbolicEvaluator(Template template, Evaluator evaluator)
{
    /// <summary>
    /// The maximum length of a name, longer than any AWS name. Without this limit, expressions that refer to each other could produce
    /// endless texts.
    /// </summary>
    public const int MaxLength = 512;

    private readonly Dictionary<string, string> _references = [];

    /// <summary>Returns the text of a name; for an expression that is unknown or exceeds 512 characters, its JSON.</summary>
    public string Read(Node expression) =>
        evaluator.Text(expression, Reference) is { Length: <= MaxLength } text ? text : expression.ToString();

    /// <summary>Returns the value of a <c>Ref</c>: the name of a log group or function; <c>${LogicalId}</c> if it is unknown.</summary>
    public string Ref(string logicalId) => Reference(logicalId);

    /// <summary>Returns the value of a reference such as <c>Group</c> or <c>Group.Arn</c>; a circular or long one is unknown.</summary>
    private string Reference(string path)
    {
        if (_references.TryGetValue(path, out var known)) return known;
        var unknown = _references[path] = $"${{{path}}}";
        return NameExpression(path) is { } name && Read(name) is { Length: <= MaxLength } text ? _references[path] = text : unknown;
    }

    private Node? NameExpression(string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0) return template.Find(path) is { } resource ? NameOf(resource) : null;
        if (path[(dot + 1)..] == "Arn") return template.Find(path[..dot], ResourceTypes.LogGroup) is { } group ? LogGroupArn(group) : null;
        // If CDK sets the retention of a group with a custom resource, it refers to the group by an attribute of that resource.
        return path[(dot + 1)..] == "LogGroupName" ? template.Find(path[..dot])?.Property("LogGroupName"u8) : null;
    }

    /// <remarks>
    /// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html (return values)
    /// </remarks>
    private static ObjectNode LogGroupArn(Resource group) => Intrinsic.MakeSub(
        $"arn:${{AWS::Partition}}:logs:${{AWS::Region}}:${{AWS::AccountId}}:log-group:${{{group.LogicalId}}}:*");

    private static Node? NameOf(Resource resource) => resource.Type switch
    {
        ResourceTypes.LogGroup => resource.Property("LogGroupName"u8),
        ResourceTypes.LambdaFunction or ResourceTypes.ServerlessFunction => resource.Property("FunctionName"u8),
        _ => null,
    };
}
