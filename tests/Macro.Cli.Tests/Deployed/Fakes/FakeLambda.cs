using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Macro.Cli.Tests.Deployed.Fakes;

/// <summary>The part of Lambda's API that the commands use, with its rules.</summary>
internal sealed partial class FakeLambda(string region)
{
    private const int PageSize = 50;
    private const int MaxLayers = 5;
    private const int MaxVariableBytes = 4096;
    private const int MaxTags = 50;

    public ConcurrentDictionary<string, FakeFunction> Functions { get; } = new();

    /// <summary>The newest version of each layer of other accounts that is shared with everybody, by name.</summary>
    public ConcurrentDictionary<string, int> Layers { get; } = new();

    /// <summary>The ARNs that event sources call.</summary>
    public ConcurrentBag<string> EventSourceTargets { get; } = [];

    public void Add(FakeFunction function) => Functions[function.Name] = function;

    /// <summary>The operation and the function of a request; null when it is none of Lambda's.</summary>
    public static (string Operation, string Function, string? Name)? Parse(string method, string path)
    {
        var parts = path.Trim('/').Split('/').Select(Uri.UnescapeDataString).ToArray();
        return (method, parts) switch
        {
            ("GET", ["2015-03-31", "functions"]) => ("ListFunctions", "", null),
            ("GET", ["2015-03-31", "functions", var f]) => ("GetFunction", NameOf(f), null),
            ("GET", ["2015-03-31", "functions", var f, "configuration"]) => ("GetFunctionConfiguration", NameOf(f), null),
            ("PUT", ["2015-03-31", "functions", var f, "configuration"]) => ("UpdateFunctionConfiguration", NameOf(f), null),
            ("POST", ["2015-03-31", "functions", var f, "versions"]) => ("PublishVersion", NameOf(f), null),
            ("GET", ["2015-03-31", "functions", var f, "aliases"]) => ("ListAliases", NameOf(f), null),
            ("GET", ["2015-03-31", "functions", var f, "aliases", var a]) => ("GetAlias", NameOf(f), a),
            ("PUT", ["2015-03-31", "functions", var f, "aliases", var a]) => ("UpdateAlias", NameOf(f), a),
            ("GET", ["2018-10-31", "layers", var layer, "versions", var version]) => ("GetLayerVersion", layer, version),
            ("GET", ["2015-03-31", "event-source-mappings"]) => ("ListEventSourceMappings", "", null),
            ("POST", ["2017-03-31", "tags", var f]) => ("TagResource", NameOf(f), null),
            ("DELETE", ["2017-03-31", "tags", var f]) => ("UntagResource", NameOf(f), null),
            _ => null,
        };
    }

    /// <summary>Answers a call.</summary>
    public void Call(Utf8JsonWriter json, string operation, string name, string? alias, ILookup<string, string> query, JsonElement body)
    {
        switch (operation)
        {
            case "ListFunctions": List(json, query["Marker"].FirstOrDefault()); return;
            case "GetLayerVersion": GetLayer(json, name, int.Parse(alias!)); return;
            case "ListEventSourceMappings": ListEventSources(json, query["FunctionName"].Single()); return;
        }
        if (!Functions.TryGetValue(name, out var function)) throw FakeError.NotFound($"Function {name}");
        switch (operation)
        {
            case "GetFunction": Get(json, function); break;
            case "GetFunctionConfiguration": GetConfiguration(json, function, query["Qualifier"].FirstOrDefault()); break;
            case "UpdateFunctionConfiguration": Update(json, function, body); break;
            case "TagResource": Tag(function, body.GetProperty("Tags")); break;
            case "UntagResource": Untag(function, query["tagKeys"]); break;
            case "PublishVersion": Publish(json, function); break;
            case "ListAliases": ListAliases(json, function); break;
            case "GetAlias": WriteAlias(json, function, alias!); break;
            case "UpdateAlias": UpdateAlias(json, function, alias!, body.GetProperty("FunctionVersion").GetString()!); break;
        }
    }

    /// <summary>AWS answers alike for a version of another account that does not exist, and for one that is not shared.</summary>
    private void GetLayer(Utf8JsonWriter json, string layer, int version)
    {
        if (!layer.StartsWith($"arn:aws:lambda:{region}:", StringComparison.Ordinal)) throw Invalid($"{layer} is not in this region");
        if (!Layers.TryGetValue(layer.Split(':')[^1], out var newest) || version > newest) throw FakeError.Denied("lambda:GetLayerVersion");
        json.WriteString("LayerArn", layer);
        json.WriteString("LayerVersionArn", $"{layer}:{version}");
        json.WriteNumber("Version", version);
    }

    private void List(Utf8JsonWriter json, string? marker)
    {
        var start = marker is null ? 0 : int.Parse(marker);
        var names = Functions.Keys.Order(StringComparer.Ordinal).ToList();
        json.WriteStartArray(nameof(Functions));
        foreach (var name in names.Skip(start).Take(PageSize))
        {
            json.WriteStartObject();
            Functions[name].WriteTo(json, region, inList: true);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (start + PageSize < names.Count) json.WriteString("NextMarker", $"{start + PageSize}");
    }

    private void Get(Utf8JsonWriter json, FakeFunction function)
    {
        json.WriteStartObject("Configuration");
        Read(function).WriteTo(json, region);
        json.WriteEndObject();
        if (function.Tags.Count == 0) return;
        json.WriteStartObject("Tags");
        foreach (var (key, value) in function.Tags) json.WriteString(key, value);
        json.WriteEndObject();
    }

    private void GetConfiguration(Utf8JsonWriter json, FakeFunction function, string? version)
    {
        if (version is null) Read(function).WriteTo(json, region);
        else (function.Versions.GetValueOrDefault(version) ?? throw FakeError.NotFound(version)).WriteTo(json, region, version: version);
    }

    /// <summary>An update in progress ends after some reads.</summary>
    private FakeFunction Read(FakeFunction function)
    {
        if (function.LastUpdateStatus != "InProgress") return function;
        var read = function.ReadsInProgress > 0
            ? function with { ReadsInProgress = function.ReadsInProgress - 1 }
            : function with { LastUpdateStatus = function.UpdateFailure is null ? "Successful" : "Failed" };
        Functions[function.Name] = read;
        return read;
    }

    private void Update(Utf8JsonWriter json, FakeFunction function, JsonElement body)
    {
        if (function.LastUpdateStatus == "InProgress") throw new FakeError(409, "ResourceConflictException", "An update is in progress");
        if (Text(body, "RevisionId") is { } revision && revision != $"r{function.Revision}")
            throw new FakeError(412, "PreconditionFailedException", "The Revision Id provided does not match the latest Revision Id.");
        var changed = function with
        {
            Handler = Text(body, "Handler") ?? function.Handler,
            Layers = body.TryGetProperty(nameof(Layers), out var layers) ? [.. layers.EnumerateArray().Select(layer => layer.GetString()!)]
                : function.Layers,
            Variables = body.TryGetProperty("Environment", out var environment) ? Map(environment.GetProperty("Variables"))
                : function.Variables,
            TracingMode = body.TryGetProperty("TracingConfig", out var tracing) ? tracing.GetProperty("Mode").GetString()!
                : function.TracingMode,
            Revision = function.Revision + 1,
            LastUpdateStatus = "InProgress",
            ReadsInProgress = 1,
        };
        Check(changed);
        Functions[function.Name] = changed;
        changed.WriteTo(json, region);
    }

    private static void Check(FakeFunction function)
    {
        if (function.Layers.Count > MaxLayers) throw Invalid("Cannot reference more than 5 layers.");
        if (function.Layers.Select(layer => layer[..layer.LastIndexOf(':')]).Distinct().Count() < function.Layers.Count)
            throw Invalid("Two different versions of the same layer are not allowed to be referenced in the same function.");
        if (function.Variables.Sum(variable => variable.Key.Length + variable.Value.Length) > MaxVariableBytes)
            throw Invalid("The environment variables you have provided exceeded the 4KB limit.");
        if (function.Variables.Keys.FirstOrDefault(name => !VariableName().IsMatch(name)) is { } wrong)
            throw new FakeError(400, "ValidationException",
                $"1 validation error detected: Value '{{{wrong}={function.Variables[wrong]}}}' at 'environment.variables' failed");
    }

    private void Tag(FakeFunction function, JsonElement tags)
    {
        var all = function.Tags.Concat(Map(tags)).GroupBy(tag => tag.Key).ToDictionary(group => group.Key, group => group.Last().Value);
        if (all.Count > MaxTags) throw Invalid("Too many tags");
        foreach (var (key, value) in Map(tags))
        {
            if (!IsTag(key, value)) throw Invalid($"The tag {key} is not valid");
        }
        Functions[function.Name] = function with { Tags = all };
    }

    /// <summary>Whether AWS accepts a tag.</summary>
    public static bool IsTag(string key, string value) => !key.StartsWith("aws:", StringComparison.Ordinal)
        && TagText().IsMatch(key + value) && key.Length <= 128 && value.Length <= 256;

    private void Untag(FakeFunction function, IEnumerable<string> keys) =>
        Functions[function.Name] = function with { Tags = function.Tags.Where(tag => !keys.Contains(tag.Key)).ToDictionary() };

    private void Publish(Utf8JsonWriter json, FakeFunction function)
    {
        var version = $"{function.Versions.Count + 1}";
        Functions[function.Name] = function with
        {
            Versions = new Dictionary<string, FakeFunction>(
                function.Versions)
            { [version] = function with { Versions = new Dictionary<string, FakeFunction>() } },
        };
        function.WriteTo(json, region, version: version);
    }

    private static void ListAliases(Utf8JsonWriter json, FakeFunction function)
    {
        json.WriteStartArray("Aliases");
        foreach (var name in function.Aliases.Keys)
        {
            json.WriteStartObject();
            WriteAlias(json, function, name);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteAlias(Utf8JsonWriter json, FakeFunction function, string name)
    {
        if (!function.Aliases.TryGetValue(name, out var version)) throw FakeError.NotFound($"Alias {name}");
        json.WriteString("Name", name);
        json.WriteString("FunctionVersion", version);
        json.WriteString("RevisionId", "a1");
    }

    private void UpdateAlias(Utf8JsonWriter json, FakeFunction function, string name, string version)
    {
        if (!function.Versions.ContainsKey(version)) throw FakeError.NotFound($"Version {version}");
        var changed = function with { Aliases = new Dictionary<string, string>(function.Aliases) { [name] = version } };
        Functions[function.Name] = changed;
        WriteAlias(json, changed, name);
    }

    private void ListEventSources(Utf8JsonWriter json, string function)
    {
        json.WriteStartArray("EventSourceMappings");
        foreach (var target in EventSourceTargets.Where(target => target.Contains($":function:{NameOf(function)}",
            StringComparison.Ordinal)))
        {
            json.WriteStartObject();
            json.WriteString("FunctionArn", target);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string NameOf(string function) => function.StartsWith("arn:", StringComparison.Ordinal) ? function.Split(':')[6]
        : function;

    private static string? Text(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static Dictionary<string, string> Map(JsonElement members) =>
        members.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetString()!);

    private static FakeError Invalid(string message) => new(400, "InvalidParameterValueException", message);

    [GeneratedRegex("^[a-zA-Z]([a-zA-Z0-9_])+$")]
    private static partial Regex VariableName();

    [GeneratedRegex(@"^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$")]
    private static partial Regex TagText();
}
