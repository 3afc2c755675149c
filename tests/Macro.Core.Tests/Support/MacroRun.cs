using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Macro.Core.Diagnostics;
using Macro.Core.Pipeline;

namespace Macro.Core.Tests.Support;

/// <summary>One run of the transform. Every success is sent again, and must come back byte for byte.</summary>
internal sealed class MacroRun
{
    public const string Region = "us-east-1";
    public const string Account = "123456789012";

    private readonly InstrumentationResult _response;
    private readonly JsonElement _fragment;

    private MacroRun(InstrumentationResult response)
    {
        _response = response;
        if (response.Fragment is { } fragment) _fragment = JsonDocument.Parse(fragment, new() { MaxDepth = 1000 }).RootElement;
    }

    public bool Succeeded => _response.Succeeded;

    public string RequestId => _response.RequestId;

    /// <summary>The fragment's text, to the byte.</summary>
    public string Text => Encoding.UTF8.GetString((_response.Fragment ?? throw Failed()).Span);

    public JsonElement Fragment => Succeeded ? _fragment : throw Failed();

    public IReadOnlyList<string> Instrumented => _response.Instrumented;

    public IReadOnlyList<string> Errors => Lines(Severity.Error);

    public IReadOnlyList<string> Warnings => Lines(Severity.Warning);

    /// <summary>Codes and subjects of everything that was noticed, such as <c>DD301 F</c>.</summary>
    public IReadOnlyList<string> Codes =>
        [.. _response.Diagnostics.Select(diagnostic => $"{diagnostic.Code} {diagnostic.Subject}".TrimEnd())];

    /// <summary>Codes and properties of everything that is about a property, such as <c>DD301 F.Runtime</c>.</summary>
    public IReadOnlyList<string> PropertyCodes =>
        [.. _response.Diagnostics.Where(diagnostic => diagnostic.Target is PropertyTarget)
            .Select(diagnostic => $"{diagnostic.Code} {diagnostic.Subject}.{((PropertyTarget)diagnostic.Target).Property}")];

    public string? ErrorMessage => _response.ErrorMessage;

    /// <summary>The JSON that CloudFormation would read.</summary>
    public JsonElement Answer => JsonDocument.Parse(_response.Response, new() { MaxDepth = 1000 }).RootElement;

    /// <summary>Runs the transform on a template.</summary>
    public static MacroRun Of(
        string fragment,
        string parameters = "{}",
        string region = Region,
        string values = "{}",
        params (string Name, string Value)[] process) =>
        OfEvent(Event(fragment, parameters, region, values), process);

    /// <summary>Runs the transform on a template with one function, named F, and perhaps more resources.</summary>
    public static MacroRun OfFunction(
        string properties,
        string parameters,
        string more = "",
        string sections = "",
        string type = "AWS::Lambda::Function",
        string region = Region,
        string values = "{}") =>
        Of($$"""{"Resources":{"F":{"Type":"{{type}}","Properties":{{properties}}}{{more}}}{{sections}}}""", parameters, region, values);

    public static MacroRun OfEvent(string json, params (string Name, string Value)[] process) =>
        OfEvent(Encoding.UTF8.GetBytes(json), process);

    public static MacroRun OfEvent(byte[] json, params (string Name, string Value)[] process)
    {
        var settings = new MacroSettings(process.ToDictionary(pair => pair.Name, pair => pair.Value));
        var response = MacroTransform.Run(json, settings);
        if (response.Fragment is { } once) AssertUnchangedWhenSentAgain(json, once, response, settings);
        return new(response);
    }

    public static string Event(string fragment, string parameters = "{}", string region = Region, string values = "{}") =>
        $$"""
        {"region":"{{region}}","accountId":"{{Account}}","fragment":{{fragment}},"transformId":"{{Account}}::Macro",
          "params":{{parameters}},"requestId":"r-1","templateParameterValues":{{values}}}
        """;

    public JsonElement Resource(string logicalId) => Fragment.GetProperty("Resources").GetProperty(logicalId);

    public JsonElement Properties(string logicalId = "F") => Resource(logicalId).GetProperty("Properties");

    /// <summary>The text of a property, or of what stands deeper: <c>Environment.Variables.DD_SITE</c>; null when there is none.</summary>
    public string? Property(string path, string logicalId = "F")
    {
        var element = Properties(logicalId);
        foreach (var name in path.Split('.'))
        {
            if (!element.TryGetProperty(name, out element)) return null;
        }
        return element.GetRawText();
    }

    /// <summary>A variable's JSON text; null when the function has none of that name.</summary>
    public string? Variable(string name, string logicalId = "F") => Property($"Environment.Variables.{name}", logicalId);

    public IReadOnlyList<string> Lines(Severity severity) =>
        [.. _response.Diagnostics.Where(diagnostic => diagnostic.Severity == severity).Select(diagnostic => diagnostic.ToString())];

    private InvalidOperationException Failed() => new($"The transform failed: {ErrorMessage}");

    private static void AssertUnchangedWhenSentAgain(
        byte[] json, ReadOnlyMemory<byte> fragment, InstrumentationResult once, MacroSettings settings)
    {
        using var first = JsonDocument.Parse(json, new() { MaxDepth = 1000 });
        var came = JsonMarshal.GetRawUtf8Value(first.RootElement.GetProperty("fragment"));
        json.AsSpan().Overlaps(came, out var start).ShouldBeTrue();
        byte[] again = [.. json.AsSpan(0, start), .. fragment.Span, .. json.AsSpan(start + came.Length)];
        var twice = MacroTransform.Run(again, settings);
        twice.ErrorMessage.ShouldBeNull("what we made was rejected when it was sent again");
        Encoding.UTF8.GetString(twice.Fragment!.Value.Span)
            .ShouldBe(Encoding.UTF8.GetString(fragment.Span), "the second run changed what the first had made");
        if (HasReport(fragment)) twice.Diagnostics.ShouldBe(once.Diagnostics);
    }

    /// <summary>Where a template's metadata is no object, there is no report for a second run to take warnings over from.</summary>
    private static bool HasReport(ReadOnlyMemory<byte> fragment)
    {
        using var document = JsonDocument.Parse(fragment, new() { MaxDepth = 1000 });
        return document.RootElement.TryGetProperty("Metadata", out var metadata)
            && metadata.ValueKind == JsonValueKind.Object
            && metadata.TryGetProperty("DatadogServerless", out _);
    }
}
