using System.Text;
using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Json;

namespace Macro.CloudFormation.Evaluation;

/// <summary>
/// Reads names as far as the template tells them: literal text, with <c>${…}</c> for what only the deployment knows. Expressions of the
/// same name give the same text, whether they spell it out, use <c>Fn::Sub</c> or <c>Fn::Join</c>, or refer to the resource that has it.
/// </summary>
internal sealed class SymbolicEvaluator(Template template, Evaluator evaluator)
{
    /// <summary>No name that is read here is longer, and expressions that refer to each other could make texts without end.</summary>
    private const int MaxLength = 512;
    private const int MaxDepth = 32;

    private readonly Dictionary<string, string> _referenced = [];
    private int _depth;

    public string Read(Node expression)
    {
        if (_depth >= MaxDepth) return expression.ToString();
        _depth++;
        var text = evaluator.Text(expression) ?? Compose(expression);
        _depth--;
        return text.Length <= MaxLength ? text : expression.ToString();
    }

    /// <summary>What <c>Ref</c> gives: for a log group or a function its name.</summary>
    public string Ref(string logicalId)
    {
        if (_referenced.TryGetValue(logicalId, out var known)) return known;
        _referenced[logicalId] = Unknown(logicalId);
        return _referenced[logicalId] = template.Find(logicalId) is { } resource && NameOf(resource) is { } name ? Read(name) : Unknown(logicalId);
    }

    private static string Unknown(string reference) => $"${{{reference}}}";

    private static Node? NameOf(Resource resource) => resource.Type switch
    {
        "AWS::Logs::LogGroup" => resource.Property("LogGroupName"u8),
        "AWS::Lambda::Function" or "AWS::Serverless::Function" => resource.Property("FunctionName"u8),
        _ => null,
    };

    private string Compose(Node expression) => (expression as ObjectNode)?.Single switch
    {
        { Key: "Ref", Value.Text: { } name } => Reference(name),
        { Key: "Fn::GetAtt", Value: { } path } => Reference(path.Text ?? string.Join('.', (path as ArrayNode ?? []).Select(part => part.Text))),
        { Key: "Fn::Sub", Value.Text: { } text } => Sub(text, null),
        { Key: "Fn::Sub", Value: ArrayNode { Count: 2 } call } when call[0].Text is { } text => Sub(text, call[1] as ObjectNode),
        { Key: "Fn::Join", Value: ArrayNode { Count: 2 } call } when evaluator.Text(call[0]) is { } separator && call[1] is ArrayNode parts =>
            string.Join(separator, parts.Select(Read)),
        { Key: "Fn::If", Value: ArrayNode { Count: 3 } call } when call[0].Text is { } name && evaluator.Condition(name) is { } truth =>
            Read(call[truth ? 1 : 2]),
        _ => expression.ToString(),
    };

    private string Sub(string text, ObjectNode? names)
    {
        var result = new StringBuilder();
        foreach (var part in SubTemplate.Parse(text))
            result.Append(!part.IsName ? part.Text : names?[part.Text] is { } own ? Read(own) : Reference(part.Text));
        return result.ToString();
    }

    private string Reference(string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0) return evaluator.Text(Intrinsic.MakeRef(path)) ?? Ref(path);
        // CDK refers to a group whose retention it sets by an attribute of the custom resource that sets it.
        if (path[(dot + 1)..] != "LogGroupName" || template.Find(path[..dot])?.Property("LogGroupName"u8) is not { } name) return Unknown(path);
        if (_referenced.TryGetValue(path, out var known)) return known;
        _referenced[path] = Unknown(path);
        return _referenced[path] = Read(name);
    }
}
