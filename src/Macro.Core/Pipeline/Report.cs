using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Core.Diagnostics;
using Macro.Json;

namespace Macro.Core.Pipeline;

/// <summary>
/// The report that the macro writes to the template: <c>Metadata.DatadogServerless</c>, which
/// <c>aws cloudformation get-template</c> shows.
/// </summary>
internal static class Report
{
    /// <summary>The member that lists the resources that the macro added.</summary>
    public const string AddedResources = "Added";

    /// <summary>The member that lists the conditions that the macro added.</summary>
    public const string AddedConditions = nameof(AddedConditions);

    /// <summary>The member that lists the outputs that the macro added.</summary>
    public const string AddedOutputs = nameof(AddedOutputs);

    /// <summary>The member that lists the versions whose logical id the macro changed, each with its original one.</summary>
    private const string Republished = nameof(Republished);

    private const string Key = "DatadogServerless";
    private static readonly MemberName Version = "Version";
    private static readonly MemberName Instrumented = "Instrumented";
    private static readonly MemberName Layers = "Layers";
    private static readonly MemberName LayerName = "Name";
    private static readonly MemberName Warnings = "Warnings";
    private static readonly MemberName Code = "Code";
    private static readonly MemberName LogicalId = "LogicalId";
    private static readonly MemberName Message = "Message";

    /// <summary>Returns what a member of the report of an earlier run lists.</summary>
    public static HashSet<string> Added(Template template, MemberName member)
    {
        var names = new HashSet<string>();
        if ((template.Section("Metadata"u8)?[Key] as ObjectNode)?[member] is not ArrayNode list) return names;
        foreach (var item in list)
        {
            if (item.Text is { } name) names.Add(name);
        }
        return names;
    }

    /// <summary>Returns the versions whose logical id an earlier run changed, each with its original one.</summary>
    public static Dictionary<string, string> Renamed(Template template)
    {
        var renamed = new Dictionary<string, string>();
        if ((template.Section("Metadata"u8)?[Key] as ObjectNode)?[(MemberName)Republished] is not ObjectNode versions) return renamed;
        foreach (var (name, original) in versions)
        {
            if (original.Text is { } text) renamed[name] = text;
        }
        return renamed;
    }

    /// <summary>Returns earlier warnings about instrumented resources whose causes the macro's own edits have removed.</summary>
    public static IEnumerable<Diagnostic> Inherited(Template template, IReadOnlyCollection<string> instrumented)
    {
        if ((template.Section("Metadata"u8)?[Key] as ObjectNode)?["Warnings"u8] is not ArrayNode warnings) yield break;
        foreach (var warning in warnings.OfType<ObjectNode>())
        {
            if (warning["LogicalId"u8]?.Text is not { } subject || !instrumented.Contains(subject)) continue;
            if (warning["Code"u8]?.Text is not { } code) continue;
            if (DiagnosticCatalog.Find(code) is ConstantDiagnosticKind { PersistsAcrossRuns: true } known)
                yield return known.For(new ResourceTarget(subject));
        }
    }

    /// <summary>
    /// Sorts the diagnostics so that the order does not depend on the run in which a warning was found: those that persist across runs are
    /// at the end, in the order of the template.
    /// </summary>
    public static IReadOnlyList<Diagnostic> Ordered(IReadOnlyList<Diagnostic> diagnostics, List<string> instrumented) =>
    [
        .. diagnostics.Where(diagnostic => !diagnostic.PersistsAcrossRuns),
        .. diagnostics.Where(diagnostic => diagnostic.PersistsAcrossRuns)
            .OrderBy(diagnostic => instrumented.IndexOf(diagnostic.Subject!)).ThenBy(diagnostic => diagnostic.Code),
    ];

    /// <summary>Writes the report. Other metadata, and metadata that is not an object, is unchanged.</summary>
    public static void Write(
        Template template, List<string> instrumented, List<FoundResource> found, InstrumentationContext context,
        IEnumerable<Diagnostic> diagnostics)
    {
        var additions = context.Additions;
        var report = new ObjectNode
        {
            { Version, MacroVersion.Text },
            { Instrumented, Names(instrumented) },
        };
        if (found.Exists(resource => !resource.IsInstrumented))
            report.Add("Skipped", ArrayNode.From(found.Where(resource => !resource.IsInstrumented).Select(Entry)));
        if (additions.ResourceIds() is { Count: > 0 } resources) report.Add(AddedResources, Names(resources));
        if (additions.ConditionNames() is { Count: > 0 } conditions) report.Add(AddedConditions, Names(conditions));
        if (additions.OutputNames() is { Count: > 0 } outputs) report.Add(AddedOutputs, Names(outputs));
        if (Versions(template, additions.Renamed) is { Count: > 0 } versions) report.Add(Republished, versions);
        if (context.UsedLayers.Count > 0) report.Add(Layers, ArrayNode.From(context.UsedLayers.Select(Entry)));
        report.Add(Warnings, ArrayNode.From(diagnostics.Where(diagnostic => diagnostic.Severity != Severity.Note).Select(Entry)));
        var notes = ArrayNode.From(diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Note).Select(Entry));
        if (notes.Count > 0) report.Add("Notes", notes);
        if (template.Root["Metadata"u8] is not { } metadata) template.Root["Metadata"] = new ObjectNode { { Key, report } };
        else if (metadata is ObjectNode members && !Intrinsic.Is(members)) members[Key] = report;
    }

    /// <summary>Removes the report, and the metadata section if it is then empty.</summary>
    public static void Remove(Template template)
    {
        if (template.Root["Metadata"u8] is not ObjectNode metadata || metadata[(MemberName)Key] is null) return;
        metadata[Key] = null;
        if (metadata.Count == 0) template.Root["Metadata"] = null;
    }

    /// <summary>The renamed versions in the order of the template.</summary>
    private static ObjectNode Versions(Template template, Dictionary<string, string> renamed)
    {
        var versions = new ObjectNode();
        if (renamed.Count == 0) return versions;
        foreach (var (name, _) in template.ResourceSection)
        {
            if (renamed.TryGetValue(name, out var original)) versions.Add(name, original);
        }
        return versions;
    }

    private static ArrayNode Names(List<string> names)
    {
        var list = new ArrayNode(names.Count);
        foreach (var name in names) list.Add(name);
        return list;
    }

    private static ObjectNode Entry(FoundResource skipped)
    {
        var entry = new ObjectNode { { LogicalId, skipped.LogicalId } };
        if (skipped.SkipReason is { } code) entry.Add(Code, code);
        return entry;
    }

    private static ObjectNode Entry(UsedLayer layer)
    {
        var entry = new ObjectNode { { LayerName, layer.Name }, { Version, layer.Version } };
        if (layer.IsPinned) entry.Add("Pinned", ScalarNode.FromJson("true"));
        return entry;
    }

    private static ObjectNode Entry(Diagnostic warning)
    {
        var entry = new ObjectNode { { Code, warning.Code } };
        if (warning.Subject is not null) entry.Add(LogicalId, warning.Subject);
        entry.Add(Message, warning.Message);
        return entry;
    }
}
