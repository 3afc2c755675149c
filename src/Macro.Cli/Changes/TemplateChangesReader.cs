using Macro.Cli.Preview;
using Macro.Cli.Templates;
using Macro.Cli.Templates.Reading;
using Macro.Core.Pipeline;
using Macro.Core.StepFunctions.Definitions;
using Macro.Json;

namespace Macro.Cli.Changes;

/// <summary>Groups the changes of a preview by resource, and masks secrets in the resource bodies.</summary>
internal sealed class TemplateChangesReader
{
    private readonly ObjectNode _before;
    private readonly ObjectNode _after;
    private readonly ILookup<string?, string> _warnings;
    private readonly InstrumentationResult _result;
    private readonly ILookup<string, Change> _changes;
    private readonly ChangeLines _lines;

    private TemplateChangesReader(ObjectNode before, ObjectNode after, PreviewResult preview, InstrumentationResult result)
    {
        (_before, _after, _result) = (Resources(before), Resources(after), result);
        _warnings = preview.Findings.ToLookup(finding => finding.LogicalId, finding => finding.Message);
        _changes = result.Changes.Where(IsOfResource).ToLookup(change => change.LogicalId);
        _lines = new ChangeLines(result.Secrets);
    }

    /// <summary>Returns the changes of a preview.</summary>
    /// <param name="file">The template.</param>
    /// <param name="preview">The preview of the template, with recorded changes.</param>
    /// <exception cref="DuplicateKeyException">A changed resource has a duplicate key.</exception>
    public static TemplateChanges Read(TemplateFile file, PreviewResult preview)
    {
        if (preview.Result is not { Fragment: { } fragment } result) return new(file) { IsRejected = true, Findings = preview.Findings };
        using var before = JsonIndex.Read(file.Json, FileLimits.MaxDepth);
        using var after = JsonIndex.Read(fragment, FileLimits.MaxDepth);
        var reader = new TemplateChangesReader((ObjectNode)Node.Create(before.Root), (ObjectNode)Node.Create(after.Root), preview, result);
        return new(file)
        {
            Kinds = [.. result.Resources.Select(resource => resource.Kind).Distinct()],
            Resources = [.. reader.Changed()],
            Added = [.. reader.Added()],
            Sections = reader.Sections((ObjectNode)Node.Create(before.Root), (ObjectNode)Node.Create(after.Root)),
            Layers = result.UsedLayers,
            Findings = preview.Findings,
            Secrets = result.Secrets,
            Deployment = preview.Deployment is { } deployment
                ? DeploymentFacts.Of(deployment, TemplateParameters.NamesIn(file) ?? [], result.Secrets)
                : null,
        };
    }

    /// <summary>Returns the resources of instrumented kinds, and other resources that change.</summary>
    private IEnumerable<ResourceChange> Changed()
    {
        var found = _result.Resources.ToDictionary(resource => resource.LogicalId);
        foreach (var (logicalId, body) in _after)
        {
            if (_before[(MemberName)logicalId] is not ObjectNode before || body is not ObjectNode after) continue;
            var known = found.GetValueOrDefault(logicalId);
            if (known is not null || _changes[logicalId].Any()) yield return Changed(logicalId, before, after, known);
        }
        foreach (var change in _result.Changes.Where(change => change is { Kind: ChangeKind.Resource, After: null }))
        {
            if (_before[(MemberName)change.LogicalId] is ObjectNode body) yield return Removed(change, body);
        }
    }

    private ResourceChange Removed(Change change, ObjectNode body)
    {
        new BodyMask([], _result.Secrets).ApplyBefore(body);
        return new(change.LogicalId, body.TextOf("Type"u8) ?? "") { Changes = [.. _lines.Of(change)], Json = (Bytes(body), default) };
    }

    private ResourceChange Changed(string logicalId, ObjectNode before, ObjectNode after, FoundResource? found)
    {
        var changes = _changes[logicalId].ToList();
        var mask = new BodyMask(changes, _result.Secrets);
        mask.ApplyBefore(before);
        mask.ApplyAfter(after);
        ReadableDefinition.Apply(before);
        ReadableDefinition.Apply(after);
        var parts = ChangedParts.Compare(before, after);
        return new(logicalId, after.TextOf("Type"u8) ?? "")
        {
            Kind = found?.Kind,
            IsSkipped = found is { IsInstrumented: false },
            SkipReason = found?.SkipReason,
            Description = found?.Description is { } description ? ValueText.Of(description, _result.Secrets) : null,
            Changes = ChangeLine.Merge(changes.SelectMany(_lines.Of)),
            Warnings = [.. _warnings[logicalId]],
            Json = (Bytes(parts.Before), Bytes(parts.After)),
        };
    }

    private IEnumerable<ResourceAddition> Added()
    {
        foreach (var change in _result.Changes.Where(change => change is { Kind: ChangeKind.Resource, Before: null, After: not null }))
        {
            if (_after[(MemberName)change.LogicalId] is not ObjectNode body) continue;
            new BodyMask([], _result.Secrets).ApplyAfter(body);
            yield return new(change.LogicalId, body.TextOf("Type"u8) ?? "", Bytes(body));
        }
    }

    /// <summary>The changes of the other sections, and the report, which no change is about.</summary>
    private IReadOnlyList<ChangeLine> Sections(ObjectNode before, ObjectNode after) => ChangeLine.Merge(
        _result.Changes.Where(change => !IsOfResource(change)).SelectMany(_lines.OfSection).Concat(ReportLine.Between(before, after)));

    private static bool IsOfResource(Change change) => change.Path.Segments is [{ Name: "Resources" }, ..];

    private static ObjectNode Resources(ObjectNode template) => template["Resources"u8] as ObjectNode ?? [];

    private static ReadOnlyMemory<byte> Bytes(Node node)
    {
        using var output = new Utf8Buffer();
        node.WriteTo(output);
        return output.Written.ToArray();
    }
}
