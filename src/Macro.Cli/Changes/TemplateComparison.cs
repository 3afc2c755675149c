using Macro.Cli.Preview;
using Macro.Cli.Templates;
using Macro.Cli.Templates.Reading;
using Macro.CloudFormation.Evaluation;
using Macro.CloudFormation.Templates;
using Macro.Json;

namespace Macro.Cli.Changes;

/// <summary>Compares a template with what the macro makes of it.</summary>
internal sealed class TemplateComparison
{
    private readonly ObjectNode _before;
    private readonly ObjectNode _after;
    private readonly ObjectNode? _globals;
    private readonly PreviewResult _result;
    private readonly ValueMask _mask;
    private readonly ILookup<string, string> _subscriptions;

    private TemplateComparison(ObjectNode before, ObjectNode after, PreviewResult result, PreviewOptions options)
    {
        _before = Section(before, "Resources"u8) ?? [];
        _after = Section(after, "Resources"u8) ?? [];
        _globals = Section(before, "Globals"u8)?["Function"u8] as ObjectNode;
        _result = result;
        var inherited = PropertyValues.Variables(_globals?["Environment"u8]).Select(variable => variable.Name).ToHashSet();
        _subscriptions = LogSubscriptions.Find(_before, Template.Open(after)!, new Evaluator(after, options.ValuesFor(after)));
        _mask = new ValueMask(result.SecretVariables, result.SecretValues, inherited);
    }

    /// <summary>What the preview changed.</summary>
    /// <param name="file">The template.</param>
    /// <param name="result">The preview of it.</param>
    /// <param name="options">The deployment that the preview imagined.</param>
    /// <exception cref="DuplicateKeyException">A changed resource has a key twice.</exception>
    public static TemplateChanges Of(TemplateFile file, PreviewResult result, PreviewOptions options)
    {
        if (result.Fragment is not { } fragment) return new TemplateChanges(file) { IsRejected = true, Findings = result.Findings };
        using var before = JsonIndex.Read(file.Json, FileLimits.MaxDepth);
        using var after = JsonIndex.Read(fragment, FileLimits.MaxDepth);
        var comparison = new TemplateComparison((ObjectNode)Node.Create(before.Root), (ObjectNode)Node.Create(after.Root), result, options);
        IReadOnlyList<AddedResource> added = [.. comparison.Added()];
        return new TemplateChanges(file) { Resources = [.. comparison.Resources()], Added = added, Findings = result.Findings };
    }

    private IEnumerable<ResourceChange> Resources()
    {
        foreach (var (logicalId, body) in _after)
        {
            if (body is not ObjectNode after || _before[logicalId] is not ObjectNode before || after.TextOf("Type"u8) is not { } type) continue;
            var resource = new ResourceChange(logicalId, type);
            if (resource.IsInstrumentable || !SameValue.Of(before, after)) yield return Compare(resource, before, after);
        }
    }

    private ResourceChange Compare(ResourceChange resource, ObjectNode before, ObjectNode after)
    {
        var logicalId = resource.LogicalId;
        _mask.Apply(before, after);
        IReadOnlyList<Change> changes = [.. ResourceComparison.Compare(before, after), .. _subscriptions[logicalId].Select(Subscription)];
        ReadableDefinition.Apply(before);
        ReadableDefinition.Apply(after);
        return resource with
        {
            Changes = changes,
            Runtime = resource.IsFunction ? Runtime(before) : null,
            Warnings = [.. _result.Findings.Where(finding => finding.LogicalId == logicalId).Select(finding => finding.Message)],
            Json = (Bytes(before), Bytes(after)),
        };
    }

    private Change Subscription(string filter)
    {
        var destination = ((_after[filter] as ObjectNode)?["Properties"u8] as ObjectNode)?["DestinationArn"u8];
        return new Change(ChangeKind.LogSubscription, filter, null, ValueText.OfOptional(destination) ?? "");
    }

    /// <summary>What is added has to be masked before <see cref="Resources"/> tells of it.</summary>
    private IEnumerable<AddedResource> Added()
    {
        foreach (var (logicalId, body) in _after)
        {
            if (_before[logicalId] is not null || body is not ObjectNode added || added.TextOf("Type"u8) is not { } type) continue;
            _mask.Apply(null, added);
            yield return new AddedResource(logicalId, type, Bytes(added));
        }
    }

    private string? Runtime(ObjectNode function)
    {
        var property = (ReadOnlySpan<byte> name) => (function["Properties"u8] as ObjectNode)?[name] ?? _globals?[name];
        return property("PackageType"u8)?.Text == "Image" ? "container image" : ValueText.OfOptional(property("Runtime"u8));
    }

    private static ObjectNode? Section(ObjectNode template, ReadOnlySpan<byte> name) => template[name] as ObjectNode;

    private static ReadOnlyMemory<byte> Bytes(Node node)
    {
        using var output = new Utf8Buffer();
        node.WriteTo(output);
        return output.Written.ToArray();
    }
}
