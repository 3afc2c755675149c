using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Intrinsics;
using Macro.Json;

namespace Macro.Cli.Preview;

/// <summary>Resolves the transform's own parameters, which CloudFormation does before it calls a macro.</summary>
/// <param name="evaluator">Evaluates expressions.</param>
/// <param name="values">The values of references.</param>
/// <param name="isSecret">Whether a value refers to a secret.</param>
/// <param name="keepsSecrets">Whether values that refer to a secret stay references; otherwise only those without a value here do.</param>
internal sealed class ParameterResolver(Evaluator evaluator, TemplateValues values, Func<Node, bool> isSecret, bool keepsSecrets)
{
    private readonly List<(string Parameter, string Reference)> _unresolved = [];

    /// <summary>The macro parameters that cannot be resolved, each with the reference or function that has no value.</summary>
    public IReadOnlyList<(string Parameter, string Reference)> Unresolved => _unresolved;

    /// <summary>Returns the parameters with references replaced by values.</summary>
    public ObjectNode Resolve(ObjectNode parameters)
    {
        var resolved = new ObjectNode();
        foreach (var (name, value) in parameters) resolved.Add(name, Resolve(name, value));
        return resolved;
    }

    private Node Resolve(string parameter, Node value)
    {
        if (keepsSecrets && isSecret(value)) return value;
        if (evaluator.Evaluate(value) is not { } known)
        {
            if (!isSecret(value)) _unresolved.Add((parameter, FirstUnknown(value)));
            return value;
        }
        if (known is not ArrayNode list) return known;
        var items = new ArrayNode();
        foreach (var item in list) items.Add(Resolve(parameter, item));
        return items;
    }

    private string FirstUnknown(Node value)
    {
        var name = Intrinsic.Argument(value, "Ref"u8)?.Text ?? SubNames(value).FirstOrDefault(name => values.Ref(name) is null);
        return name ?? Intrinsic.Name(value) ?? "an expression";
    }

    private static IEnumerable<string> SubNames(Node value) =>
        Intrinsic.Argument(value, "Fn::Sub"u8)?.Text is { } text
            ? SubTemplate.Parse(text).Where(part => part.IsName).Select(part => part.Text)
            : [];
}
