using System.Text;
using System.Text.Json;
using Macro.Core.Pipeline;

namespace Macro.Core.Tests.LogForwarding;

/// <summary>A template after the transform with <c>forwarderArn</c>, reduced to what concerns logs.</summary>
internal sealed class Deployed
{
    public const string Forwarder = "arn:aws:lambda:us-east-1:123456789012:function:datadog-forwarder";
    public const string MacroFunction = "arn:aws:lambda:us-east-1:123456789012:function:DatadogServerlessMacro";
    public const string CustomResource = "DatadogLogGroups2DB54DDE";

    private readonly InstrumentationResult _response;

    private Deployed(InstrumentationResult response) => _response = response;

    public string Fragment => Encoding.UTF8.GetString(_response.Fragment!.Value.Span);

    public string? Error => _response.ErrorMessage;

    /// <summary>Codes and subjects of the diagnostics about logs.</summary>
    public IEnumerable<string> Warnings => _response.Diagnostics
        .Where(diagnostic => diagnostic.Code.StartsWith("DD4", StringComparison.Ordinal))
        .Select(diagnostic => $"{diagnostic.Code} {diagnostic.Subject}");

    /// <summary>What these diagnostics say.</summary>
    public IEnumerable<string> Messages => _response.Diagnostics
        .Where(diagnostic => diagnostic.Code.StartsWith("DD4", StringComparison.Ordinal)).Select(diagnostic => diagnostic.Message);

    /// <summary>Each of our filters in one line: <c>logical id: group [if condition] [after logical id]</c>.</summary>
    public IEnumerable<string> Filters => Resources
        .Where(resource => resource.Value.TryGetProperty("Type", out var type) && type.ValueEquals("AWS::Logs::SubscriptionFilter")
            && resource.Value.GetProperty("Properties").TryGetProperty("FilterName", out var name) && name.ValueEquals("datadog-forwarder"))
        .Select(filter => $"{filter.Name}: {Property(filter.Value, "LogGroupName")}"
            + Attribute(filter.Value, "Condition", "if") + Attribute(filter.Value, "DependsOn", "after"));

    /// <summary>The one custom resource as JSON; null when there is none.</summary>
    public string? LogGroups =>
        Resources.Where(resource => resource.Value.TryGetProperty("Type", out var type) && type.ValueEquals("Custom::DatadogLogGroups"))
        .Select(resource => resource.ToString()).SingleOrDefault();

    /// <summary>The names that the custom resource is to make.</summary>
    public IEnumerable<string> NamesToMake => LogGroups is null
        ? []
        : JsonDocument.Parse($"{{{LogGroups}}}")
            .RootElement.EnumerateObject().Single().Value.GetProperty("Properties").GetProperty("LogGroupNames")
            .EnumerateArray().Select(name => name.GetRawText());

    private IEnumerable<JsonProperty> Resources =>
        JsonDocument.Parse(_response.Fragment!.Value).RootElement.GetProperty(nameof(Resources)).EnumerateObject();

    /// <summary>Runs the transform, and again on what it gave, which must not change it.</summary>
    public static Deployed From(Stack stack)
    {
        var deployed = new Deployed(stack.Transform());
        if (deployed._response.Succeeded)
        {
            var again = new Deployed((stack with { Fragment = deployed.Fragment }).Transform());
            again.Fragment.ShouldBe(deployed.Fragment);
            again.Warnings.ShouldBe(deployed.Warnings);
        }
        return deployed;
    }

    private static string Property(JsonElement resource, string name) => resource.GetProperty("Properties").GetProperty(name).GetRawText();

    private static string Attribute(JsonElement resource, string name, string word) =>
        resource.TryGetProperty(name, out var value) ? $" {word} {value}" : "";
}
