using Macro.CloudFormation.Intrinsics;
using Macro.Core.Configuration;
using Macro.Json;

namespace Macro.Core.Monitors;

/// <summary>One item of the parameter <c>monitors</c>.</summary>
/// <param name="Id">The name of a recommended monitor, or the user's own.</param>
/// <param name="Fields">What the item says about it.</param>
internal sealed record MonitorDefinition(string Id, ObjectNode Fields)
{
    private static readonly string[] FieldNames = ["name", "query", "message", "tags", "options", "type", "priority"];
    private static readonly MemberName Critical = "critical";
    private static readonly ObjectNode NoFields = [];

    /// <summary>The recommended monitor; null for one of the user's own.</summary>
    public RecommendedMonitor? Recommended { get; } = RecommendedMonitor.Find(Id);

    /// <summary>Reads an item: a name, an object with one name and its fields, or an object of fields with <c>name</c>.</summary>
    public static MonitorDefinition From(Node item)
    {
        if (item is not ObjectNode fields) return new(item.Text ?? "", NoFields);
        if (fields.SingleName is { } id && Array.IndexOf(FieldNames, id) < 0)
            return new(id, fields[(MemberName)id] as ObjectNode ?? NoFields);
        return new(fields.TextOf("name"u8) ?? "", fields);
    }

    /// <summary>The critical threshold: the user's, or else the recommended one; null for none.</summary>
    public string? Threshold =>
        (((Fields["options"u8] as ObjectNode)?["thresholds"u8] as ObjectNode)?[Critical] as ScalarNode)?.Spelling ?? Recommended?.Threshold;

    /// <summary>What is wrong with the item; null when it is accepted.</summary>
    public string? FindProblem()
    {
        if (Id.Length == 0) return "it has no name";
        foreach (var (name, _) in Fields)
        {
            if (Array.IndexOf(FieldNames, name) < 0) return $"{name} is not one of {string.Join(", ", FieldNames)}";
        }
        if (Recommended is not null) return FindProblemOfRecommended();
        if (Fields.Contains("query"u8)) return null;
        var nearest = NearestName.Find(Id, RecommendedMonitor.All.Select(monitor => monitor.Id));
        return $"{Id} has no query, and is not a recommended monitor" + (nearest is null ? "" : $"; did you mean {nearest}?");
    }

    private string? FindProblemOfRecommended()
    {
        if (Fields.Contains("query"u8))
            return $"the query of {Id} is Datadog's; change its options.thresholds.critical, or give your monitor another name";
        if (Fields["options"u8] is { } options && (options is not ObjectNode || Intrinsic.Is(options)))
            return "its options must be an object";
        return double.TryParse(Threshold, System.Globalization.CultureInfo.InvariantCulture, out _)
            ? null
            : "its options.thresholds.critical must be a number";
    }
}
