using System.Text;
using Macro.Core.Pipeline;

namespace Macro.Core.Tests.LogForwarding;

/// <summary>A template and what it is deployed with.</summary>
/// <param name="Resources">Members of <c>Resources</c>, JSON. <c>FUNCTION</c> stands for the properties that every function needs.</param>
internal sealed record Stack(string Resources)
{
    private const string FunctionProperties =
        "\"Handler\":\"app.handler\",\"Runtime\":\"python3.13\",\"Role\":\"arn:aws:iam::123456789012:role/r\",\"Code\":{}";

    /// <summary>Further sections, JSON members with a comma after each.</summary>
    public string Sections { get; init; } = "";

    /// <summary>Further parameters of the macro, JSON members with a comma before each.</summary>
    public string Parameters { get; init; } = "";

    public string ForwarderArn { get; init; } = $"\"{Deployed.Forwarder}\"";

    public string Region { get; init; } = "us-east-1";

    public string? Prefixes { get; init; }

    public string? MacroFunction { get; init; }

    /// <summary>The whole template, where it does not come from the parts.</summary>
    public string? Fragment { get; init; }

    public static string Function(string logicalId, string properties = "", string attributes = "") =>
        $"\"{logicalId}\":{{\"Type\":\"AWS::Lambda::Function\","
            + $"{attributes}\"Properties\":{{{FunctionProperties}{(properties.Length > 0 ? "," : "")}{properties}}}}}";

    public static string LogGroup(string logicalId, string name = "", string attributes = "") =>
        $"\"{logicalId}\":{{\"Type\":\"AWS::Logs::LogGroup\","
            + $"{attributes}\"Properties\":{{{(name.Length > 0 ? $"\"LogGroupName\":{name}" : "")}}}}}";

    public static string Filter(string logicalId, string group, string destination, string attributes = "") =>
        $"\"{logicalId}\":{{\"Type\":\"AWS::Logs::SubscriptionFilter\",{attributes}\"Properties\":{{\"LogGroupName\":{group},"
            + $"\"DestinationArn\":{destination},\"FilterPattern\":\"\"}}}}";

    public static Stack Of(params string[] resources) => new(string.Join(",", resources));

    public Deployed Deploy() => Deployed.From(this);

    public InstrumentationResult Transform()
    {
        var variables = new Dictionary<string, string>();
        if (Prefixes is not null) variables["DD_MACRO_LOG_GROUP_PREFIXES"] = Prefixes;
        return MacroTransform.Run(Encoding.UTF8.GetBytes(Event), new MacroSettings(variables, MacroFunction));
    }

    private string Event =>
        $$"""
        {"region":"{{Region}}","accountId":"123456789012","requestId":"r","templateParameterValues":{},
        "params":{"pythonLayerVersion":"120","forwarderArn":{{ForwarderArn}}{{Parameters}} },
        "fragment":{{Fragment ?? $"{{{Sections}\"Resources\":{{{Resources}}}}}"}} }
        """;
}
