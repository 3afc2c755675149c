using System.Text;
using Macro.CloudFormation.Identifiers;
using Macro.CloudFormation.Intrinsics;
using Macro.CloudFormation.Templates;
using Macro.Core.Configuration;
using Macro.Json;

namespace Macro.Core.Monitors;

/// <summary>Writes a monitor as the resource that creates it in Datadog.</summary>
/// <remarks>
/// Source:
/// https://github.com/DataDog/datadog-cloudformation-resources/blob/master/datadog-monitors-monitor-handler/datadog-monitors-monitor.json
/// </remarks>
internal static class MonitorResource
{
    private const string Prefix = "DatadogMonitor";

    /// <summary>The logical id of a monitor, made from its name.</summary>
    public static string LogicalIdOf(string id)
    {
        var name = Pascal(id);
        var isPlain = name.All(char.IsAsciiLetterOrDigit);
        return Prefix + (isPlain ? name : new string(Array.FindAll(name.ToCharArray(), char.IsAsciiLetterOrDigit)) + LogicalId.Hash(id));
    }

    /// <summary>The whole resource.</summary>
    public static ObjectNode Create(MonitorDefinition monitor, MacroConfig config)
    {
        var properties = new ObjectNode();
        properties.Add("Name", monitor.Fields["name"u8] ?? monitor.Recommended?.Name ?? monitor.Id);
        properties.Add("Type", monitor.Fields["type"u8] ?? "query alert");
        properties.Add("Query", monitor.Recommended is { } recommended
            ? Intrinsic.MakeSub(recommended.QueryFor(monitor.Threshold!))
            : monitor.Fields["query"u8]!);
        if (monitor.Fields["message"u8] is { } message) properties.Add("Message", message);
        else if (monitor.Recommended is { } usual) properties.Add("Message", usual.Message);
        properties.Add("Tags", Tags(monitor, config));
        if (Options(monitor) is { } options) properties.Add("Options", options);
        if (monitor.Fields["priority"u8] is { } priority) properties.Add("Priority", priority);
        return new() { { "Type", ResourceTypes.DatadogMonitor }, { "Properties", properties } };
    }

    private static ArrayNode Tags(MonitorDefinition monitor, MacroConfig config)
    {
        var tags = new ArrayNode();
        if (monitor.Fields["tags"u8] is ArrayNode own)
        {
            foreach (var tag in own) tags.Add(tag);
        }
        else if (monitor.Fields["tags"u8] is { } single)
        {
            tags.Add(single);
        }
        tags.Add($"serverless_monitor_id:{monitor.Id}");
        tags.Add(Intrinsic.MakeSub(RecommendedMonitor.Scope));
        tags.Add("created_by:dd_sls_macro");
        foreach (var parameter in (Parameter[])[ParameterCatalog.Env, ParameterCatalog.Service])
        {
            if (config.Value(parameter) is not { } value) continue;
            tags.Add(value.Text is { } text ? $"{parameter.Name}:{text}" : Intrinsic.MakeJoin("", [$"{parameter.Name}:", value]));
        }
        return tags;
    }

    /// <summary>The options, with the threshold that the query of a recommended monitor has.</summary>
    private static Node? Options(MonitorDefinition monitor)
    {
        if (monitor.Recommended is null) return monitor.Fields["options"u8] is { } own ? Renamed(own) : null;
        var options = monitor.Fields["options"u8] is { } given ? (ObjectNode)Renamed(given) : [];
        if (options["Thresholds"] is not ObjectNode thresholds) options["Thresholds"] = thresholds = [];
        thresholds["Critical"] = ScalarNode.FromJson(monitor.Threshold!);
        return options;
    }

    /// <summary>
    /// The value with the names of Datadog's API as those of the resource: <c>notify_no_data</c> becomes <c>NotifyNoData</c>.
    /// </summary>
    private static Node Renamed(Node value)
    {
        if (value is ArrayNode list) return ArrayNode.From(list.Select(Renamed));
        if (value is not ObjectNode members || Intrinsic.Is(members)) return value;
        var renamed = new ObjectNode();
        foreach (var (name, member) in members) renamed[ResourceName(name)] = Renamed(member);
        return renamed;
    }

    private static string ResourceName(string name) => name switch
    {
        "ok" => "OK",
        "synthetics_check_id" => "SyntheticsCheckID",
        _ => Pascal(name),
    };

    private static string Pascal(string name)
    {
        var pascal = new StringBuilder();
        foreach (var word in name.Split('_', StringSplitOptions.RemoveEmptyEntries))
            pascal.Append(char.ToUpperInvariant(word[0])).Append(word, 1, word.Length - 1);
        return pascal.ToString();
    }
}
