using Macro.Cli.Preview;
using Macro.Cli.Yaml.Source;
using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Templates;
using Macro.Json;

namespace Macro.Cli.Tests.Sam;

/// <summary>What the macro sets on a function, as a deployment would have it, as far as the template determines it.</summary>
/// <param name="LogicalId">Its logical id.</param>
/// <param name="Facts">A line for the handler, each variable, layer and tag.</param>
internal sealed record FunctionView(string LogicalId, IReadOnlyList<string> Facts)
{
    /// <summary>SAM's own tag, which only an expanded template has.</summary>
    private const string CreatedBySam = "lambda:createdBy";

    /// <summary>The functions of a template: SAM's with what they inherit from <c>Globals</c>, and CloudFormation's.</summary>
    public static IReadOnlyList<FunctionView> AllOf(ReadOnlyMemory<byte> template, PreviewOptions options)
    {
        using var index = JsonIndex.Read(template, maxDepth: 1000);
        var root = (ObjectNode)Node.Create(index.Root);
        var values = new TemplateValues(options.Region, options.Account, root["Parameters"] as ObjectNode, new ObjectNode());
        var evaluator = new Evaluator(root, values);
        var globals = (root["Globals"] as ObjectNode)?["Function"] as ObjectNode;
        return [.. Template.Open(root)!.Resources.Where(resource => resource.Properties is not null).Select(resource => resource.Type switch
        {
            "AWS::Serverless::Function" => Of(resource, globals, evaluator),
            "AWS::Lambda::Function" => Of(resource, null, evaluator),
            _ => null,
        }).OfType<FunctionView>()];
    }

    private static FunctionView Of(Resource resource, ObjectNode? globals, Evaluator evaluator)
    {
        var (own, inherited) = (resource.Properties!, globals ?? []);
        var variables = Merge(Variables(inherited), Variables(own));
        var tags = Merge(Tags(inherited["Tags"], evaluator), Tags(own["Tags"], evaluator));
        tags.Remove(CreatedBySam);
        return new(resource.LogicalId,
        [
            $"handler {Text(own["Handler"] ?? inherited["Handler"], evaluator)}",
            .. variables.Select(variable => $"variable {variable.Key}={Text(variable.Value, evaluator)}").Order(StringComparer.Ordinal),
            .. Layers(inherited).Concat(Layers(own)).Select(layer => $"layer {Text(layer, evaluator)}"),
            .. tags.Select(tag => $"tag {tag.Key}={Text(tag.Value, evaluator)}").Order(StringComparer.Ordinal),
        ]);
    }

    private static Dictionary<string, Node> Variables(ObjectNode properties) =>
        properties["Environment"] is ObjectNode environment && environment["Variables"] is ObjectNode variables ? new(variables) : [];

    private static Dictionary<string, Node> Tags(Node? tags, Evaluator evaluator) => tags switch
    {
        ObjectNode map => new(map),
        ArrayNode list => list.OfType<ObjectNode>().ToDictionary(tag => Text(tag["Key"], evaluator), tag => tag["Value"]!),
        _ => [],
    };

    private static ArrayNode Layers(ObjectNode properties) => properties["Layers"] switch
    {
        ArrayNode list => list,
        { } expression => new ArrayNode { expression },
        null => new ArrayNode(),
    };

    private static Dictionary<string, Node> Merge(Dictionary<string, Node> lower, Dictionary<string, Node> higher)
    {
        foreach (var (name, value) in higher) lower[name] = value;
        return lower;
    }

    /// <summary>The value if the template determines it, since SAM replaces references to parameters by their values.</summary>
    private static string Text(Node? node, Evaluator evaluator) =>
        node is null ? "none" : evaluator.Text(node) ?? Canonical(node.ToString());

    private static string Canonical(string json)
    {
        using var document = CanonicalJson.Parse(System.Text.Encoding.UTF8.GetBytes(json));
        return document.RootElement.GetRawText();
    }
}
