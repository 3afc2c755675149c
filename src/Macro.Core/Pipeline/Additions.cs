using Macro.CloudFormation.Identifiers;
using Macro.CloudFormation.Templates;
using Macro.Json;

namespace Macro.Core.Pipeline;

/// <summary>
/// The resources and conditions that the macro added to a template, in this run or in an earlier one whose report lists them. Nothing else
/// in the template is the macro's, whatever its name.
/// </summary>
internal sealed class Additions(Template template, ChangeJournal journal)
{
    private const string ConditionPrefix = "DatadogCondition";
    private static readonly MemberName Conditions = "Conditions";

    private readonly HashSet<string> _reported = Report.Added(template, Report.AddedResources);
    private readonly HashSet<string> _conditions = Report.Added(template, Report.AddedConditions);

    /// <summary>The versions whose logical id the macro changed, in this run or an earlier one, each with its original one.</summary>
    public Dictionary<string, string> Renamed { get; } = Report.Renamed(template);

    /// <summary>Whether the macro added the resource.</summary>
    public bool Owns(Resource resource) => template.IsAdded(resource.LogicalId) || _reported.Contains(resource.LogicalId);

    /// <summary>Whether this run added something that the report has to list.</summary>
    public bool HasNew => template.HasAdditions || _conditions.Count > 0;

    /// <summary>Logical ids of the added resources, in the order of the template.</summary>
    public List<string> ResourceIds()
    {
        var logicalIds = new List<string>();
        if (_reported.Count == 0 && !template.HasAdditions) return logicalIds;
        foreach (var (logicalId, _) in template.ResourceSection)
        {
            if (template.Find(logicalId) is { } resource && Owns(resource) && !Renamed.ContainsKey(logicalId)) logicalIds.Add(logicalId);
        }
        return logicalIds;
    }

    /// <summary>Names of the added conditions, in the order of the template.</summary>
    public List<string> ConditionNames()
    {
        var names = new List<string>();
        if (_conditions.Count == 0 || template.Root[Conditions] is not ObjectNode section) return names;
        foreach (var (name, _) in section)
        {
            if (_conditions.Contains(name)) names.Add(name);
        }
        return names;
    }

    /// <summary>Adds a condition, unless the template has one with this name and body.</summary>
    /// <returns>Its name; null when the template has no conditions.</returns>
    public string? AddCondition(ObjectNode body)
    {
        if (template.Root[Conditions] is not ObjectNode section) return null;
        var wanted = ConditionPrefix + LogicalId.LongHash(body.ToString());
        var name = LogicalId.MakeUnique(wanted, free => section[(MemberName)free] is not { } known || known.IsSameAs(body));
        if (section[(MemberName)name] is not null) return name;
        journal.Record(ChangeKind.Property, name, Conditions.Text, section, name, ValueVisibility.Shown);
        section.Add(name, body);
        _conditions.Add(name);
        return name;
    }

    /// <summary>Removes the added conditions.</summary>
    public void RemoveConditions()
    {
        if (template.Root[Conditions] is not ObjectNode section) return;
        foreach (var name in ConditionNames())
        {
            journal.Record(ChangeKind.Property, name, Conditions.Text, section, name, ValueVisibility.Shown);
            section[(MemberName)name] = null;
        }
    }
}
