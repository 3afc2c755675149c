using System.Text.Json;
using Macro.Core.Configuration;
using Macro.Core.Tests.Laws.Cases;
using Macro.Core.Tests.Support;

namespace Macro.Core.Tests.Laws;

/// <summary>
/// Says of a function what complete instrumentation is, from the case that it was generated of and without the macro's code.
/// </summary>
internal sealed class FunctionOracle
{
    private const string Python = "\"datadog_lambda.handler.handler\"";
    private static readonly string[] NodeHandlers =
        ["\"/opt/nodejs/node_modules/datadog-lambda-js/handler.handler\"", "\"node_modules/datadog-lambda-js/dist/handler.handler\""];
    private static readonly string[] Always =
    [
        "DD_SITE", "DD_FLUSH_TO_LOG", "DD_ENHANCED_METRICS", "DD_TRACE_ENABLED", "DD_SERVERLESS_LOGS_ENABLED", "DD_CAPTURE_LAMBDA_PAYLOAD",
    ];

    private readonly FunctionCase _function;
    private readonly EffectiveSettings _settings;
    private readonly MacroRun _run;
    private readonly JsonElement _inherited;
    private readonly JsonElement _before;
    private readonly JsonElement _after;

    public FunctionOracle(TemplateCase template, JsonElement came, FunctionCase function, MacroRun run)
    {
        (_function, _run, _settings) = (function, run, new EffectiveSettings(template, function));
        if (function.IsSam && came.TryGetProperty("Globals", out var globals)) _inherited = globals.GetProperty("Function");
        _before = came.GetProperty("Resources").GetProperty(function.Id).GetProperty("Properties");
        _after = run.Properties(function.Id);
    }

    /// <summary>A function that is left alone is told of, unless somebody asked for it.</summary>
    public void ShouldHaveReasonToBeLeftAlone(bool isExcluded)
    {
        if (isExcluded || !_settings.IsTrue("enabled", true) || _function.IsImage && _settings.Text("containerImages") is null or "skip")
            return;
        _run.Codes.ShouldContain(code => code.EndsWith($" {_function.Id}", StringComparison.Ordinal)
            && string.CompareOrdinal(code, "DD311") >= 0
            && string.CompareOrdinal(code, "DD317") < 0);
    }

    public void ShouldBeComplete()
    {
        var runtime = _function.IsImage
            ? $"{_settings.Text("containerImages")}"
            : _function.Runtime is { } own ? own.Value! : Inherited("Runtime").GetString()!;
        ShouldHaveVariables();
        ShouldHaveTag();
        if (!_function.IsImage) ShouldHaveLayers(runtime);
        if (_settings.IsTrue("redirectHandlers", true)) ShouldBeRedirected(runtime);
        if (_settings.IsTrue("enableXrayTracing", false))
            _after.GetProperty(_function.IsSam ? "Tracing" : "TracingConfig").GetRawText().ShouldContain("\"Active\"");
    }

    private void ShouldHaveVariables()
    {
        foreach (var name in Always) Variables(name).ShouldNotContain((string?)null, name);
        if (_settings.IsTrue("enableDDTracing", true)) Variables("DD_MERGE_XRAY_TRACES").ShouldNotContain((string?)null);
    }

    private void ShouldHaveTag()
    {
        foreach (var tags in Leaves(_after.GetProperty("Tags")))
        {
            var value = _function.IsSam ? tags!.Value.GetProperty("dd_sls_macro")
                : tags!.Value.EnumerateArray().Single(tag => tag.TryGetProperty("Key", out var key)
                    && key.ValueKind == JsonValueKind.String
                    && key.GetString() == "dd_sls_macro").GetProperty("Value");
            value.GetString().ShouldBe($"v{MacroVersion.Text}");
        }
    }

    private void ShouldHaveLayers(string runtime)
    {
        var expected = new List<string>();
        if (EffectiveSettings.Family(runtime) is not null && _settings.IsTrue("addLayers", true))
            expected.Add(_settings.LibraryLayer(runtime, IsArm).ShouldNotBeNull());
        if (_settings.HasExtension)
        {
            var published = IsArm ? ":layer:Datadog-Extension-ARM" : ":layer:Datadog-Extension";
            expected.Add(_settings.Text("extensionLayerArn") is { } arn ? $"\"{arn}\"" : published);
        }
        foreach (var layer in expected)
        {
            foreach (var layers in Leaves(_after.GetProperty("Layers"))) Compact(layers!.Value).ShouldContain(layer);
        }
    }

    private void ShouldBeRedirected(string runtime)
    {
        if (runtime.StartsWith("java", StringComparison.Ordinal) || runtime.StartsWith("dotnet", StringComparison.Ordinal))
        {
            var hasExtension = _function.IsImage ? _settings.IsTrue("imageHasExtension", false) : _settings.HasExtension;
            if (hasExtension) Variables("AWS_LAMBDA_EXEC_WRAPPER").ShouldNotContain((string?)null);
            return;
        }
        if (!runtime.StartsWith("python", StringComparison.Ordinal) && !runtime.StartsWith("node", StringComparison.Ordinal)) return;
        var (before, after) = (Handler(_before), Handler(_after));
        if (IsStartedOtherwise(before)) after.ShouldBe(before);
        else if (before is null) _run.Codes.ShouldContain($"{(_function.IsImage ? "DD322" : "DD317")} {_function.Id}");
        else if (IsDatadogs(before)) after.ShouldBe(before);
        else if (_run.Codes.Contains($"DD324 {_function.Id}")) before.ShouldContain("datadog_lambda.handler.handler");
        else ShouldCall(before, after);
    }

    private bool IsStartedOtherwise(string? handler) => handler == "\"run.sh\"" || Variables("AWS_LAMBDA_EXEC_WRAPPER")
        .Any(wrapper => wrapper is not (null or "\"/opt/datadog_wrapper\""));

    private void ShouldCall(string before, string? after)
    {
        IsDatadogs(after).ShouldBeTrue(after);
        foreach (var variable in Variables("DD_LAMBDA_HANDLER")) variable.ShouldBe(before);
    }

    private bool IsDatadogs(string? handler) =>
        handler == Python || NodeHandlers.Contains(handler) || handler is not null && handler == $"\"{_settings.Text("customHandler")}\"";

    private bool IsArm =>
        _function.Architecture is { } own ? own.Value == "arm64" : Inherited("Architectures") is { ValueKind: JsonValueKind.Array };

    /// <summary>What a variable is in each branch, compact; null where there is none.</summary>
    private IEnumerable<string?> Variables(string name) =>
        Leaves(_after.GetProperty("Environment")).SelectMany(environment => Leaves(environment!.Value.GetProperty("Variables")))
            .Select(variables =>
                variables!.Value.TryGetProperty(name, out var own) && !IsNoValue(own) ? Compact(own) : InheritedVariable(name));

    private string? InheritedVariable(string name) =>
        Inherited("Environment") is { ValueKind: JsonValueKind.Object } environment
            && environment.GetProperty("Variables").TryGetProperty(name, out var value) ? Compact(value) : null;

    private string? Handler(JsonElement properties)
    {
        if (!_function.IsImage)
        {
            if (properties.TryGetProperty("Handler", out var own)) return IsNoValue(own) ? null : Compact(own);
            return Inherited("Handler") is { ValueKind: JsonValueKind.String } handler ? Compact(handler) : null;
        }
        if (!properties.TryGetProperty("ImageConfig", out var config) || !config.TryGetProperty("Command", out var command)) return null;
        return command.ValueKind == JsonValueKind.Array ? Compact(command[0]) : $$"""{"Fn::Select":["0",{{Compact(command)}}]}""";
    }

    private JsonElement Inherited(string name) =>
        _inherited.ValueKind == JsonValueKind.Object && _inherited.TryGetProperty(name, out var value) ? value : default;

    private static IEnumerable<JsonElement?> Leaves(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("Fn::If", out var branches))
            return [.. Leaves(branches[1]), .. Leaves(branches[2])];
        return [IsNoValue(value) ? null : value];
    }

    private static bool IsNoValue(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("Ref", out var name) && name.GetString() == "AWS::NoValue";

    private static string Compact(JsonElement value) => JsonTree.Read(value).Written(0);
}
