using Macro.Cli.Preview;
using Macro.Cli.Templates;
using Macro.Cli.Templates.Reading;
using Macro.Core.Diagnostics;
using Macro.Json;

namespace Macro.Cli.Projects;

/// <summary>
/// A Zappa application. No macro sees its functions, so each stage gets the layers, handler, variables and tags that the macro would set.
/// </summary>
/// <remarks>Source: https://github.com/zappa/Zappa#advanced-settings</remarks>
internal static class ZappaProject
{
    /// <summary>Zappa's own handler.</summary>
    private const string DefaultHandler = "handler.lambda_handler";

    private const string DatadogHandler = "datadog_lambda.handler.handler";
    private const string DefaultRegion = "us-east-1";

    /// <summary>Plans the edit of <c>zappa_settings.json</c>.</summary>
    /// <exception cref="ProjectException">A stage cannot be instrumented, or the file is Hjson.</exception>
    public static ProjectPlan Plan(string fileName, ReadOnlyMemory<byte> bytes, ProjectSettings settings)
    {
        try
        {
            return new("Zappa application", fileName)
            {
                Before = bytes,
                After = FileEdit.Apply(bytes, fileName, root => Add(root, settings)),
                Next = ["zappa update STAGE"],
            };
        }
        catch (TemplateFileException exception)
        {
            throw new ProjectException(
                $"Line {exception.Problems[0].Position.Line} is not JSON.",
                "Zappa accepts comments, missing quotes and trailing commas; macro does not. Remove them, or add the settings by hand.");
        }
    }

    private static JsonPath? Add(ObjectNode root, ProjectSettings settings)
    {
        // A stage may extend one that is edited here, so what it inherits is read from a copy.
        var original = (ObjectNode)root.Detach();
        List<string> open =
        [
            .. root.Where(stage => stage.Value is ObjectNode body && Find(original, body, "lambda_handler")?.Text != DatadogHandler)
                .Select(stage => stage.Key),
        ];
        foreach (var name in open) AddTo(name, (ObjectNode)root[name]!, original, settings);
        return open.Count == 0 ? null : JsonPath.Root;
    }

    /// <summary>The value of a setting in a stage, or in the stage that it extends.</summary>
    private static Node? Find(ObjectNode root, ObjectNode stage, string name)
    {
        for (var depth = 0; depth < 10; depth++)
        {
            if (stage[name] is { } value) return value;
            if (stage["extends"u8]?.Text is not { } parent || root[parent] is not ObjectNode next) return null;
            stage = next;
        }
        return null;
    }

    private static void AddTo(string name, ObjectNode stage, ObjectNode original, ProjectSettings settings)
    {
        var region = Find(original, stage, "aws_region")?.Text ?? DefaultRegion;
        var runtime = Find(original, stage, "runtime")?.Text ?? throw new ProjectException(
            $"Stage {name} has no runtime, on which the layer depends.", "Write it, for example \"runtime\": \"python3.13\".");
        var properties = new ObjectNode
        {
            { "Runtime", runtime },
            { "Handler", Find(original, stage, "lambda_handler")?.Text ?? DefaultHandler },
        };
        if (Find(original, stage, "architecture")?.Text is { } architecture) properties["Architectures"] = ArrayNode.From([architecture]);
        var function = Instrument(name, region, properties,
            Find(original, stage, "aws_environment_variables") as ObjectNode, Find(original, stage, "tags") as ObjectNode, settings);
        stage["lambda_handler"] = function.TextOf("Handler"u8)!;
        Append(stage, "layers", Find(original, stage, "layers") as ArrayNode, function["Layers"u8] as ArrayNode ?? []);
        var variables = (function["Environment"u8] as ObjectNode)?["Variables"u8] as ObjectNode ?? [];
        Merge(stage, "aws_environment_variables", Find(original, stage, "aws_environment_variables") as ObjectNode, variables.Select(Pair));
        var tags = function["Tags"u8] as ArrayNode ?? [];
        Merge(stage, "tags", Find(original, stage, "tags") as ObjectNode,
            tags.OfType<ObjectNode>().Select(tag => (tag.TextOf("Key"u8) ?? "", tag.TextOf("Value"u8) ?? "")));
        if (settings["apiKeySecretArn"] is { } secret)
            Append(stage, "extra_permissions", Find(original, stage, "extra_permissions") as ArrayNode, [Permission(secret)]);
    }

    private static (string, string) Pair(KeyValuePair<string, Node> member) => (member.Key, (member.Value as ScalarNode)?.Spelling ?? "");

    private static ObjectNode Permission(string secret) => new()
    {
        { "Effect", "Allow" },
        { "Action", ArrayNode.From(["secretsmanager:GetSecretValue"]) },
        { "Resource", secret },
    };

    private static void Append(ObjectNode stage, string name, ArrayNode? existing, IEnumerable<Node> items)
    {
        var isOwn = stage[name] is ArrayNode;
        var list = isOwn ? (ArrayNode)stage[name]! : ArrayNode.From((existing ?? []).Select(item => item.Detach()));
        foreach (var item in items) list.Add(item.Origin.Exists ? item.Detach() : item);
        if (!isOwn) stage[name] = list;
    }

    private static void Merge(ObjectNode stage, string name, ObjectNode? existing, IEnumerable<(string Key, string Value)> values)
    {
        var isOwn = stage[name] is ObjectNode;
        var map = isOwn ? (ObjectNode)stage[name]! : new ObjectNode();
        if (!isOwn)
        {
            foreach (var (key, value) in existing ?? []) map.Add(key, value.Detach());
        }
        foreach (var (key, value) in values)
        {
            if (map[key] is null) map[key] = value;
        }
        if (!isOwn) stage[name] = map;
    }

    /// <summary>Runs the transform on the function of a stage, and returns its properties.</summary>
    private static ObjectNode Instrument(
        string stage, string region, ObjectNode properties, ObjectNode? variables, ObjectNode? tags, ProjectSettings settings)
    {
        if (variables is not null) properties["Environment"] = new ObjectNode { { "Variables", variables.Detach() } };
        if (tags is not null)
        {
            properties["Tags"] = ArrayNode.From(tags.Select(tag => (Node)new ObjectNode
            {
                { "Key", tag.Key },
                { "Value", (tag.Value as ScalarNode)?.Spelling ?? "" },
            }));
        }
        var function = new ObjectNode { { "Type", "AWS::Lambda::Function" }, { "Properties", properties } };
        var template = new ObjectNode
        {
            { "Resources", new ObjectNode { { "Function", function } } },
        };
        var options = new PreviewOptions
        {
            Region = region,
            Overrides = settings.Values.Prepend(new("env", stage)).GroupBy(value => value.Key)
                .ToDictionary(values => values.Key, values => new OverrideValue(values.Last().Value)),
        };
        using var output = new Utf8Buffer();
        template.WriteTo(output);
        var file = TemplateFile.Read(output.Written.ToArray(), $"stage {PrintableText.From(stage)}");
        var result = TemplatePreview.Run(file, options, new Dictionary<string, string>());
        if (result.Fragment is not { } fragment)
            throw new ProjectException($"Stage {stage} cannot be instrumented.", result.Findings[0].Message);
        var after = (ObjectNode)Node.Create(JsonIndex.Read(fragment.ToArray(), FileLimits.MaxDepth).Root);
        var body = ((ObjectNode)((ObjectNode)after["Resources"u8]!)["Function"u8]!)["Properties"u8] as ObjectNode ?? [];
        return body.TextOf("Handler"u8) == DatadogHandler ? body
            : throw new ProjectException(
                $"Stage {stage} cannot be instrumented.", "Its runtime must be one of Python that Datadog supports.");
    }
}
