using System.Text.Json;

namespace Macro.Cli.Tests.Deployed.Fakes;

/// <summary>A function in <see cref="FakeCloud"/>.</summary>
internal sealed record FakeFunction(string Name)
{
    public const string Account = "123456789012";

    public string? Runtime { get; init; } = "nodejs22.x";

    public string? Handler { get; init; } = "index.handler";

    public IReadOnlyList<string> Layers { get; init; } = [];

    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    public string Architecture { get; init; } = "x86_64";

    public string TracingMode { get; init; } = "PassThrough";

    public string? LogGroup { get; init; }

    public string PackageType { get; init; } = "Zip";

    public string State { get; init; } = "Active";

    /// <summary>Whether Lambda cannot decrypt the variables.</summary>
    public bool IsUndecryptable { get; init; }

    /// <summary>Why every update fails after it was accepted; null for success.</summary>
    public string? UpdateFailure { get; init; }

    public string LastUpdateStatus { get; init; } = "Successful";

    /// <summary>How many reads an update stays in progress.</summary>
    public int ReadsInProgress { get; init; }

    public int Revision { get; init; } = 1;

    public string CodeSha256 { get; init; } = "code-1";

    /// <summary>The published versions by number.</summary>
    public IReadOnlyDictionary<string, FakeFunction> Versions { get; init; } = new Dictionary<string, FakeFunction>();

    /// <summary>The version of each alias.</summary>
    public IReadOnlyDictionary<string, string> Aliases { get; init; } = new Dictionary<string, string>();

    public string Arn(string region) => $"arn:aws:lambda:{region}:{Account}:function:{Name}";

    /// <summary>What a user configures, in one text, so that two functions can be compared.</summary>
    public string Configuration => string.Join('\n',
    [
        $"handler {Handler}", $"tracing {TracingMode}", .. Layers.Select(layer => $"layer {layer}"),
        .. Variables.OrderBy(variable => variable.Key, StringComparer.Ordinal).Select(variable =>
            $"variable {variable.Key}={variable.Value}"),
        .. Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"tag {tag.Key}={tag.Value}"),
    ]);

    /// <summary>Writes the members of a configuration as Lambda returns them.</summary>
    public void WriteTo(Utf8JsonWriter json, string region, bool inList = false, string version = "$LATEST")
    {
        json.WriteString("FunctionName", Name);
        json.WriteString("FunctionArn", version == "$LATEST" ? Arn(region) : $"{Arn(region)}:{version}");
        if (PackageType == "Zip" && Runtime is not null) json.WriteString(nameof(Runtime), Runtime);
        if (PackageType == "Zip" && Handler is not null) json.WriteString(nameof(Handler), Handler);
        json.WriteString("Role", $"arn:aws:iam::{Account}:role/{Name}-role");
        json.WriteString(nameof(PackageType), PackageType);
        json.WriteString(nameof(CodeSha256), CodeSha256);
        json.WriteString("Version", version);
        json.WriteString("RevisionId", $"r{Revision}");
        WriteTexts(json, "Architectures", [Architecture]);
        if (Layers.Count > 0) WriteLayers(json);
        if (Variables.Count > 0 || IsUndecryptable) WriteVariables(json);
        WriteMember(json, "TracingConfig", "Mode", TracingMode);
        WriteMember(json, "LoggingConfig", "LogGroup", LogGroup ?? $"/aws/lambda/{Name}");
        if (inList) return;
        json.WriteString(nameof(State), State);
        json.WriteString(nameof(LastUpdateStatus), LastUpdateStatus);
        if (LastUpdateStatus == "Failed") json.WriteString("LastUpdateStatusReason", UpdateFailure);
    }

    private void WriteLayers(Utf8JsonWriter json)
    {
        json.WriteStartArray(nameof(Layers));
        foreach (var layer in Layers)
        {
            json.WriteStartObject();
            json.WriteString("Arn", layer);
            json.WriteNumber("CodeSize", 1);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteVariables(Utf8JsonWriter json)
    {
        json.WriteStartObject("Environment");
        if (IsUndecryptable) WriteMember(json, "Error", "ErrorCode", "AccessDeniedException");
        else
        {
            json.WriteStartObject(nameof(Variables));
            foreach (var (name, value) in Variables) json.WriteString(name, value);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteMember(Utf8JsonWriter json, string section, string name, string value)
    {
        json.WriteStartObject(section);
        json.WriteString(name, value);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
