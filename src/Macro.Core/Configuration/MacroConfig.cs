using Macro.Json;
using static Macro.Core.Configuration.ParameterCatalog;

namespace Macro.Core.Configuration;

/// <summary>The settings of the stack or of one resource, including defaults.</summary>
internal sealed class MacroConfig
{
    /// <summary>The setting of each parameter, by its position in the catalog; null for one that is unset.</summary>
    private readonly Setting?[] _settings;

    /// <summary>What sources below that of <c>forwarderArn</c> say about the extension.</summary>
    private readonly List<Setting> _silenced;

    private MacroConfig(Setting?[] settings, List<Setting> silenced)
    {
        _settings = settings;
        _silenced = silenced;
        HasExtension = this[AddExtension] is { IsInvalid: false } addExtension
            ? addExtension.IsTrue
            : IsSet(ExtensionLayerVersion) || IsSet(ExtensionLayerArn);
        HasTracing = this[EnableTracing] is { IsTrue: true } or { IsInvalid: true };
        ApiKeySetting = ApiKeys.Select(key => this[key]).FirstOrDefault(setting => setting is not null);
    }

    /// <summary>The defaults of all parameters.</summary>
    public static readonly MacroConfig Defaults = new(
        [.. All.Select(parameter => parameter.Default is { } text ? new Setting(parameter) { Text = text } : null)], []);

    /// <summary>The setting of a parameter; null if it is unset.</summary>
    public Setting? this[Parameter parameter] => _settings[parameter.Position];

    /// <summary>Whether functions get the extension: <c>addExtension</c>, or if that is unset, whether its version or ARN is set.</summary>
    public bool HasExtension { get; }

    /// <summary>Whether the forwarder receives the logs of functions: the extension sends them itself.</summary>
    public bool ForwardsFunctionLogs => IsSet(ForwarderArn) && !HasExtension;

    /// <summary>Whether functions may not write to CloudWatch Logs; the extension sends their logs.</summary>
    public bool DeniesCloudWatchLogs => HasExtension && Text(CloudWatchLogs) == "false";

    /// <summary>Whether other logs than those of functions are to be forwarded.</summary>
    public bool ForwardsOtherLogs => Text(ForwardApiLogs) is not (null or "off") || Nodes(ForwardLogGroups).Count > 0;

    /// <summary>Whether Datadog tracing is on. An invalid value counts as on, so that it does not cause further errors.</summary>
    public bool HasTracing { get; }

    /// <summary>
    /// Whether layers without a version get the pinned one. The versions of layers in another account are not Datadog's, so none is pinned.
    /// </summary>
    public bool HasPinnedVersions => IsTrue(PinnedLayerVersions) && !IsSet(LayersAccountId);

    /// <summary>
    /// Whether <c>service</c>, <c>env</c>, <c>version</c> and <c>tags</c> become resource tags: <c>enableTags</c>, or if that is unset,
    /// whether a forwarder is set.
    /// </summary>
    /// <param name="hasForwarder">Whether the forwarder that matters for the resource is set.</param>
    public bool HasServiceTags(bool hasForwarder) => this[EnableTags] is { } enabled ? enabled.IsTrue : hasForwarder;

    /// <summary>Whether FIPS mode is on: <c>lambdaFips</c>, or if that is unset, with the extension in a GovCloud region.</summary>
    /// <remarks>Source: https://docs.datadoghq.com/serverless/aws_lambda/fips-compliance/</remarks>
    public bool HasFips(string region) => this[LambdaFips] is { } fips ? fips.IsTrue : HasFipsByDefault(region);

    /// <summary>Whether FIPS mode is on without a setting.</summary>
    public bool HasFipsByDefault(string region) =>
        HasExtension && !IsSet(LambdaFips) && region.StartsWith("us-gov-", StringComparison.Ordinal);

    /// <summary>The first API key parameter that is set; null if none is.</summary>
    public Setting? ApiKeySetting { get; }

    /// <summary>Whether any source sets the parameter, or it has a default.</summary>
    public bool IsSet(Parameter parameter) => this[parameter] is not null;

    /// <summary>Whether the parameter is <c>true</c>.</summary>
    public bool IsTrue(Parameter parameter) => this[parameter] is { IsTrue: true };

    /// <summary>The text of a parameter; null if it is unset, invalid or an expression.</summary>
    public string? Text(Parameter parameter) => this[parameter]?.Text;

    /// <summary>The items of a list; empty if the parameter is unset, invalid or an expression.</summary>
    public IReadOnlyList<string> Items(Parameter parameter) => this[parameter]?.Items ?? [];

    /// <summary>The items of a parameter that takes objects; empty if the parameter is unset or invalid.</summary>
    public IReadOnlyList<Node> Nodes(Parameter parameter) => this[parameter]?.Nodes ?? [];

    /// <summary>The value as it is written into the template; null if it is unset or invalid.</summary>
    public Node? Value(Parameter parameter) => this[parameter]?.Value;

    /// <summary>These settings, overridden by those of a higher source.</summary>
    /// <remarks>
    /// A higher source that turns the extension off does not replace <c>forwarderArn</c>. One that turns the extension on again uses what
    /// sources below that of <c>forwarderArn</c> say about the extension.
    /// </remarks>
    public MacroConfig MergedWith(IReadOnlyCollection<Setting> higher)
    {
        if (higher.Count == 0) return this;
        var merged = (Setting?[])_settings.Clone();
        var silenced = new List<Setting>(_silenced);
        var turnsExtensionOn = TurnsExtensionOn(higher);
        if (turnsExtensionOn)
        {
            foreach (var setting in silenced) merged[setting.Parameter.Position] ??= setting;
        }
        foreach (var setting in higher) Replace(setting, merged, silenced, keepsForwarder: !turnsExtensionOn);
        foreach (var setting in higher)
            merged[setting.Parameter.Position] = setting.IsUnset ? Defaults[setting.Parameter] : setting;
        return new MacroConfig(merged, silenced);
    }

    private static void Replace(Setting setting, Setting?[] merged, List<Setting> silenced, bool keepsForwarder)
    {
        foreach (var name in setting.Parameter.Replaces)
        {
            if (name == ForwarderArn.Name && keepsForwarder) continue;
            ref var replaced = ref merged[Find(name)!.Position];
            if (replaced is not null && setting.Parameter == ForwarderArn) silenced.Add(replaced);
            replaced = null;
        }
    }

    /// <summary>Whether a source names a parameter of the extension, and does not turn it off.</summary>
    private static bool TurnsExtensionOn(IReadOnlyCollection<Setting> source) =>
        source.Any(setting => setting.Parameter.Replaces.Contains(ForwarderArn.Name))
            && !source.Any(setting => setting.Parameter == AddExtension && setting.Text == "false");
}
