using Macro.CloudFormation.Identifiers;
using Macro.CloudFormation.Templates;
using Macro.Json;

namespace Macro.Core.Pipeline;

/// <summary>
/// The resources, conditions and outputs that the macro added to a template, in this run or in an earlier one whose report lists them.
/// Nothing else in the template is the macro's, whatever its name.
/// </summary>
internal sealed class Additions(Template template, ChangeJournal journal)
{
    private const string ConditionPrefix = "DatadogCondition";

    /// <summary>The maximum number of outputs of a template.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html</remarks>
    public const int MaxOutputs = 200;

    private static readonly MemberName Conditions = "Conditions";
    private static readonly MemberName Outputs = "Outputs";

    private readonly HashSet<string> _reported = Report.Added(template, Report.AddedResources);
    private readonly HashSet<string> _conditions = Report.Added(template, Report.AddedConditions);
    private readonly HashSet<string> _outputs = Report.Added(template, Report.AddedOutputs);

    /// <summary>The versions whose logical id the macro changed, in this run or an earlier one, each with its original one.</summary>
    public Dictionary<string, string> Renamed { get; } = Report.Renamed(template);

    /// <summary>Whether the macro added the resource.</summary>
    public bool Owns(Resource resource) => template.IsAdded(resource.LogicalId) || _reported.Contains(resource.LogicalId);

    /// <summary>Whether this run added something that the report has to list.</summary>
    public bool HasNew => template.HasAdditions || _conditions.Count > 0 || _outputs.Count > 0;

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
    public List<string> ConditionNames() => Names(Conditions, _conditions);

    /// <summary>Names of the added outputs, in the order of the template.</summary>
    public List<string> OutputNames() => Names(Outputs, _outputs);

    /// <summary>Adds an output, unless the template has one with this name and body.</summary>
    /// <returns>False when the template has the maximum number of outputs, or its section of outputs is not an object.</returns>
    public bool AddOutput(string wanted, ObjectNode body)
    {
        var section = template.Root[Outputs];
        if (section is not (null or ObjectNode)) return false;
        var outputs = section as ObjectNode ?? [];
        var name = LogicalId.MakeUnique(wanted, free => outputs[(MemberName)free] is not { } known || known.IsSameAs(body));
        if (outputs[(MemberName)name] is not null) return true;
        if (outputs.Count >= MaxOutputs) return false;
        if (section is null) journal.Record(ChangeKind.Property, name, Outputs.Text, template.Root, Outputs.Text, ValueVisibility.Shown);
        else journal.Record(ChangeKind.Property, name, Outputs.Text, outputs, name, ValueVisibility.Shown);
        outputs.Add(name, body);
        if (section is null) template.Root[Outputs] = outputs;
        _outputs.Add(name);
        return true;
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

    /// <summary>Removes the added conditions and outputs.</summary>
    public void RemoveMembers()
    {
        Remove(Conditions, ConditionNames());
        var outputs = OutputNames();
        if (outputs.Count == 0 || outputs.Count < ((ObjectNode)template.Root[Outputs]!).Count)
        {
            Remove(Outputs, outputs);
            return;
        }
        journal.Record(ChangeKind.Property, outputs[0], Outputs.Text, template.Root, Outputs.Text, ValueVisibility.Shown);
        template.Root[Outputs] = null;
    }

    private List<string> Names(MemberName section, HashSet<string> added)
    {
        var names = new List<string>();
        if (added.Count == 0 || template.Root[section] is not ObjectNode members) return names;
        foreach (var (name, _) in members)
        {
            if (added.Contains(name)) names.Add(name);
        }
        return names;
    }

    private void Remove(MemberName section, List<string> names)
    {
        if (template.Root[section] is not ObjectNode members) return;
        foreach (var name in names)
        {
            journal.Record(ChangeKind.Property, name, section.Text, members, name, ValueVisibility.Shown);
            members[(MemberName)name] = null;
        }
    }
}
